import { readJsonDraft } from "../calls/json-draft.ts";
import type { Host } from "../host.ts";
import { describeProblem } from "../problem.ts";
import { allows, connectionAtUrl } from "../resources/consent.ts";
import { openConnection } from "../resources/open.ts";
import type { DraftQuestion } from "../ui/ask.ts";
import { withProgress } from "../ui/progress.ts";

interface Sending {
  readonly connection: string;
  readonly draft: DraftQuestion;
  /** What is added to what, without the connection: `Add this metadata to wordcount`. */
  readonly question: string;
  /** What is being done: `adding metadata to wordcount`. */
  readonly doing: string;
  readonly operation: "meta.addMetadata" | "meta.addSchema";
}

/**
 * Lets a person write something as JSON, and adds it after one question that shows it. Where the platform refuses it, the text can be
 * put right. Answers whether it was added; rejects where nobody knows what came of it.
 */
export async function sendDraft(host: Host, sending: Sending): Promise<boolean> {
  const { connection, question, doing, operation } = sending;
  for (let draft = sending.draft; ; ) {
    const text = await host.ask.draft(draft);
    if (text === undefined) return false;
    const body = readJsonDraft(text);
    const approved = await allows(host, connection, {
      id: "add",
      message: `${question} of ${await connectionAtUrl(host, connection)}?`,
      detail: JSON.stringify(body, null, 2),
      action: "Add",
    });
    if (!approved) return false;
    try {
      const { client } = await openConnection(host.sessions, connection);
      await withProgress(doing, ({ signal }) => client.callNamed(operation, { body }, { signal }));
      return true;
    } catch (error) {
      if (!(await wantsAnother(host, error))) return false;
      draft = { ...draft, text };
    }
  }
}

/** Whether a person wants to put right what was refused. Rejects with the error where it was no refusal. */
async function wantsAnother(host: Host, error: unknown): Promise<boolean> {
  const { message, advice, kind } = describeProblem(error);
  if ((error as { readonly landed?: unknown }).landed !== "no" || kind === "cancelled") throw error;
  const edit = "Edit Again";
  const answer = await host.ask.offer({
    id: "refused",
    level: "error",
    message: [message, advice].filter(Boolean).join(" "),
    actions: [edit],
  });
  return answer === edit;
}
