import { foldString } from "../filter/fold.ts";
import { PlatformError } from "../http/error.ts";
import type { Account } from "../identity/account.ts";
import type { Reading } from "../identity/directory.ts";
import { mapBounded } from "./many.ts";

/** Spellings of a key to ask a server by that compares strings exactly: as given, in both Unicode normal forms, and without capitals. */
export function spellings(key: string): readonly string[] {
  const composed = key.normalize("NFC");
  return [...new Set([key, composed, key.normalize("NFD"), composed.toLowerCase()])];
}

/** The keys worth asking for: without empty ones and repetitions. */
export function distinct(keys: readonly string[] | undefined): readonly string[] {
  return [...new Set((keys ?? []).filter((key) => key.trim() !== ""))];
}

/** Whether two user names or addresses are the same but for case and Unicode normal form. */
export function sameFolded(a: string | undefined, b: string): boolean {
  return a !== undefined && foldString(a) === foldString(b);
}

/** One key to look up and how to ask for it. */
export interface Question {
  readonly key: string;
  readonly ask: (signal: AbortSignal) => Promise<readonly Account[]>;
}

const confinedKinds: ReadonlySet<string> = new Set(["invalid", "protocol"]);

/** Keys that are named in the notes of a reading; of the others the number is told. */
const maximumNotes = 5;

/**
 * Asks each question, a bounded number at once. An answer that cannot be read, or a key that the server refuses, costs that key
 * alone: it becomes a note and the reading is not complete. Every other failure rejects, and so does a failure of every key.
 */
export async function lookUpEach(
  connection: string,
  questions: readonly Question[],
  bound: number,
  signal: AbortSignal | undefined,
  onProgress?: (read: number, total?: number) => void,
): Promise<Reading> {
  const accounts = new Map<string, Account>();
  const failures: { readonly key: string; readonly error: PlatformError }[] = [];
  let answered = 0;
  await mapBounded(questions, bound, signal, async ({ key, ask }, inner) => {
    try {
      for (const account of await ask(inner)) accounts.set(account.id, account);
    } catch (error) {
      if (!(error instanceof PlatformError) || !confinedKinds.has(error.kind)) throw error;
      failures.push({ key, error });
    }
    answered += 1;
    onProgress?.(answered, questions.length);
  });
  const [first] = failures;
  if (first && failures.length === questions.length) throw first.error;
  return { connection, accounts: [...accounts.values()], complete: !first, notes: notesOn(failures) };
}

function notesOn(
  failures: readonly { readonly key: string; readonly error: PlatformError }[],
): readonly string[] {
  const named = failures.slice(0, maximumNotes);
  const others = failures.length - named.length;
  return [
    ...named.map(({ key, error }) => `"${key}" could not be looked up: ${error.message}`),
    ...(others > 0 ? [`${others} further keys could not be looked up either.`] : []),
  ];
}
