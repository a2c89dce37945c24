import type { Operation } from "../../platforms/operation.ts";

/** A secret that an answer holds, by the name of its field. */
export interface AnswerSecret {
  readonly name: string;
  readonly value: string;
}

const secretName =
  /(?:token|password|passphrase|secret|nonce|(?:private|access|consumer|client|api)_?key|authorization)$/i;

/** Whether a field or a parameter of this name holds a secret. A plain key is none: services and metadata are named by keys. */
export function holdsSecret(name: string): boolean {
  return secretName.test(name);
}

/** What stands in place of a secret. */
export const mask = "•".repeat(12);

/** An answer without its secrets (those that its row names, and those that look like it), and these apart. */
export function withoutSecrets(
  { shownOnce = [] }: Pick<Operation, "shownOnce">,
  answer: unknown,
): { readonly shown: unknown; readonly secrets: readonly AnswerSecret[] } {
  const secrets: AnswerSecret[] = [];
  const isSecret = (name: string) => shownOnce.includes(name) || holdsSecret(name);
  const masked = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(masked);
    if (typeof value !== "object" || value === null) return value;
    const entries = Object.entries(value).map(([name, each]) => {
      if (typeof each !== "string" || each === "" || !isSecret(name)) return [name, masked(each)];
      secrets.push({ name, value: each });
      return [name, mask];
    });
    return Object.fromEntries(entries);
  };
  return { shown: masked(answer), secrets };
}
