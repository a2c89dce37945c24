import assert from "node:assert/strict";
import { after, before } from "node:test";
import { type Sandbox, type SandboxOptions, startSandbox } from "../../../src/sandbox/sandbox.ts";

/** A sandbox for the tests of a suite; `use` gives it once it is up. */
export function withSandbox(options: SandboxOptions = {}): () => Sandbox {
  let sandbox: Sandbox | undefined;
  before(async () => {
    sandbox = await startSandbox(options);
  });
  after(() => sandbox?.close());
  return () => {
    assert.ok(sandbox, "the sandbox is up");
    return sandbox;
  };
}

/** What a server answered. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly json: unknown;
}

/** Sends a request and reads the answer. `body` is sent as JSON unless it is a string or a form. */
export async function send(
  method: string,
  url: string,
  headers: Record<string, string> = {},
  body?: unknown,
): Promise<Answer> {
  const raw = typeof body === "string" || body instanceof URLSearchParams || body instanceof FormData;
  const response = await fetch(url, {
    method,
    headers: body === undefined || raw ? headers : { "content-type": "application/json", ...headers },
    ...(body === undefined ? {} : { body: raw ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, json: parse(text) };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A request to ODM with its token. */
export function odm(sandbox: Sandbox, method: string, path: string, body?: unknown): Promise<Answer> {
  const { url, token } = sandbox.endpoints.odm;
  return send(method, `${url}/api/v1/scim${path}`, { authorization: `bearer ${token}` }, body);
}

/** A request to Agave with its token. */
export function agave(sandbox: Sandbox, path: string): Promise<Answer> {
  const { url, token } = sandbox.endpoints.agave;
  return send("GET", `${url}${path}`, { authorization: `Bearer ${token}` });
}

/** A user as ODM shows it. */
export interface ScimUser {
  readonly id: string;
  readonly externalId?: string;
  readonly userName: string;
  readonly displayName: string;
  readonly active: boolean;
  readonly emails: readonly { readonly type: string; readonly value: string; readonly primary: boolean }[];
  readonly meta: { readonly created: string; readonly lastModified: string };
}

/** A page of a list of ODM. */
export interface ScimList {
  readonly totalResults: number;
  readonly startIndex: number;
  readonly itemsPerPage: number;
  readonly Resources: readonly ScimUser[];
}

/** The user that an answer holds, which must have the status. */
export function userIn(answer: Answer, status = 200): ScimUser {
  assert.equal(answer.status, status, answer.text);
  return answer.json as ScimUser;
}

/** The list that an answer holds. */
export function listIn(answer: Answer): ScimList {
  assert.equal(answer.status, 200, answer.text);
  return answer.json as ScimList;
}

/** Checks that an answer is a SCIM error of the type. */
export function assertScimError(answer: Answer, status: number, scimType?: string): void {
  assert.equal(answer.status, status, answer.text);
  assert.match(answer.headers.get("content-type") ?? "", /^application\/scim\+json/);
  const error = answer.json as { schemas: string[]; status: string; scimType?: string; detail: string };
  assert.deepEqual(error.schemas, ["urn:ietf:params:scim:api:messages:2.0:Error"]);
  assert.equal(error.status, String(status));
  assert.equal(error.scimType, scimType);
  assert.ok(error.detail);
}

/** One of the people of a kind, as the truth has it. */
export function somebody(sandbox: Sandbox, kind: string) {
  const person = sandbox.truth().people.find((candidate) => candidate.kind === kind);
  assert.ok(person, `there is somebody of the kind ${kind}`);
  return person;
}

/** The first of a list, which must not be empty. */
export function first<T>(items: readonly T[]): T {
  const [item] = items;
  assert.ok(item !== undefined, "there is a first one");
  return item;
}
