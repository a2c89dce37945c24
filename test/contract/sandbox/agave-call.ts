import assert from "node:assert/strict";
import { setTimeout } from "node:timers/promises";
import type { Sandbox } from "../../../src/sandbox/sandbox.ts";
import { type Answer, send } from "./support.ts";

/** Sends requests to Agave as one of its people. */
export type Call = (
  method: string,
  path: string,
  body?: unknown,
  headers?: Record<string, string>,
) => Promise<Answer>;

/** The person who signs in, somebody without rights on what that person owns, or the administrator. */
export type Caller = "operator" | "colleague" | "admin";

/** Makes a `Call` for one of the people. */
export function callAs(sandbox: () => Sandbox, caller: Caller = "operator"): Call {
  return (method, path, body, headers = {}) => {
    const { url, token } = sandbox().endpoints.agave;
    const { tokens } = sandbox().state().agave;
    const bearer = caller === "operator" ? token : tokens[caller];
    return send(method, `${url}${path}`, { authorization: `Bearer ${bearer}`, ...headers }, body);
  };
}

/** An object as a service shows it. */
export type Shown = Record<string, unknown>;

/** The result in the envelope of an answer, which must have the status. */
export function resultIn<T = Shown>(answer: Answer, status = 200): T {
  assert.equal(answer.status, status, answer.text);
  const envelope = answer.json as { readonly status: string; readonly result?: T };
  assert.equal(envelope.status, "success");
  return envelope.result as T;
}

/** Checks that an answer is an error in an envelope, whose message matches. */
export function assertRefused(answer: Answer, status: number, message: RegExp): void {
  assert.equal(answer.status, status, answer.text);
  const envelope = answer.json as { readonly status: string; readonly message: string };
  assert.equal(envelope.status, "error");
  assert.match(envelope.message, message);
}

/** Asks until the answer is as wanted, with a pause of milliseconds between; fails after many times. */
export async function until(
  ask: () => Promise<Answer>,
  isThere: (answer: Answer) => boolean,
  { pause = 0 }: { readonly pause?: number } = {},
): Promise<Answer> {
  for (let count = 0; count < 100; count += 1) {
    const answer = await ask();
    if (isThere(answer)) return answer;
    if (pause > 0) await setTimeout(pause);
  }
  throw assert.fail("what was waited for did not come");
}
