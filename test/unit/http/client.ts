import assert from "node:assert/strict";
import type { TestContext } from "node:test";
import { HttpClient, type HttpClientOptions } from "../../../src/http/client.ts";
import { PlatformError } from "../../../src/http/error.ts";
import type { HttpRequest } from "../../../src/http/message.ts";
import { FakeClock } from "./clock.ts";

/** A client of the connection `odm` on a fake clock, closed with the test. */
export function openClient(
  test: TestContext,
  baseUrl: string,
  options: Partial<HttpClientOptions> = {},
): HttpClient {
  const client = new HttpClient({
    connection: "odm",
    baseUrl,
    clock: new FakeClock(),
    proxy: "none",
    ...options,
  });
  test.after(() => client.close());
  return client;
}

/** A read that may be repeated. */
export const read: HttpRequest = {
  method: "GET",
  path: "/things",
  expects: "json",
  repeatable: true,
  writes: false,
};

/** A write that may not be repeated. */
export const write: HttpRequest = {
  method: "POST",
  path: "/things",
  body: { contentType: "application/json", content: "{}" },
  expects: "json",
  repeatable: false,
  writes: true,
};

/** What a promise rejects with, which must be a `PlatformError`. */
export async function failureOf(promise: Promise<unknown>): Promise<PlatformError> {
  const outcome = await promise.then(
    () => undefined,
    (error: unknown) => error,
  );
  assert.ok(outcome instanceof PlatformError, `expected a PlatformError, got ${String(outcome)}`);
  return outcome;
}
