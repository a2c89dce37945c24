import assert from "node:assert/strict";
import type { Sandbox } from "../../../src/sandbox/sandbox.ts";
import { type Answer, send } from "./support.ts";

/** Who sends a request to Agave: the person who signs in to the sandbox, somebody else, or the tenant's administrator. */
export type AgaveUser = "operator" | "colleague" | "admin";

/** Sends a request to Agave as one of its users. */
export function agaveAs(
  sandbox: Sandbox,
  user: AgaveUser,
  method: string,
  path: string,
  body?: unknown,
): Promise<Answer> {
  const { url, token } = sandbox.endpoints.agave;
  const tokens = { ...sandbox.state().agave.tokens, operator: token };
  return send(method, `${url}${path}`, { authorization: `Bearer ${tokens[user]}` }, body);
}

/** The username of one of Agave's users. */
export async function usernameOf(sandbox: Sandbox, user: AgaveUser): Promise<string> {
  const answer = await agaveAs(sandbox, user, "GET", "/profiles/v2/me");
  return resultOf<{ username: string }>(answer).username;
}

/** The result in the envelope of a success. */
export function resultOf<T>(answer: Answer, status = 200): T {
  assert.equal(answer.status, status, answer.text);
  const envelope = answer.json as { status: string; message: unknown; result: T };
  assert.equal(envelope.status, "success");
  assert.equal(envelope.message, null);
  assert.ok("result" in envelope, answer.text);
  return envelope.result;
}

/** Checks that an answer is a success without a result. */
export function assertNoResult(answer: Answer, status = 200): void {
  assert.equal(answer.status, status, answer.text);
  assert.equal((answer.json as { status: string }).status, "success");
  assert.equal("result" in (answer.json as object), false, answer.text);
}

/** Checks that an answer is an error in the envelope, without a result. */
export function assertAgaveError(answer: Answer, status: number, message?: RegExp): void {
  assert.equal(answer.status, status, answer.text);
  const envelope = answer.json as { status: string; message: string };
  assert.equal(envelope.status, "error");
  assert.ok(envelope.message);
  if (message) assert.match(envelope.message, message);
  assert.equal("result" in envelope, false);
}
