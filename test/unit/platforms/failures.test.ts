import assert from "node:assert/strict";
import { test } from "node:test";
import { HttpClient } from "../../../src/http/client.ts";
import type { FailureKind } from "../../../src/http/error.ts";
import { platforms } from "../../../src/platforms/all.ts";
import type { PlatformKind } from "../../../src/platforms/settings.ts";
import { failureOf } from "../http/client.ts";
import { FakeClock } from "../http/clock.ts";
import { fakeServer } from "../http/server.ts";

interface Case {
  readonly platform: PlatformKind;
  readonly status: number;
  readonly body: string;
  readonly kind: FailureKind;
  readonly text: string | RegExp;
  readonly code?: string;
  /** It is the platform's own word; true unless stated. */
  readonly own?: boolean;
}

const scimError =
  '{"schemas":["urn:ietf:params:scim:api:messages:2.0:Error"],"status":"409","scimType":"uniqueness","detail":"userName is taken"}';

const cases: readonly Case[] = [
  {
    platform: "odm",
    status: 409,
    body: scimError,
    kind: "conflict",
    text: "userName is taken",
    code: "uniqueness",
  },
  {
    platform: "odm",
    status: 401,
    body: '{"error":{"message":"No token"}}',
    kind: "unauthorised",
    text: "No token",
  },
  {
    platform: "odm",
    status: 500,
    body: '{"error":{"message":"Broken"}}',
    kind: "unavailable",
    text: "Broken",
  },
  {
    platform: "astakos",
    status: 401,
    body: "Invalid X-Auth-Token\n",
    kind: "unauthorised",
    text: "Invalid X-Auth-Token",
  },
  {
    platform: "astakos",
    status: 400,
    body: "Method not allowed.\n",
    kind: "invalid",
    text: "Method not allowed.",
  },
  {
    platform: "astakos",
    status: 401,
    body: '{"unauthorized":{"code":401,"message":"User inactive","details":""}}',
    kind: "unauthorised",
    text: "User inactive",
    code: "unauthorized",
  },
  {
    platform: "agave",
    status: 404,
    body: '{"status":"error","message":"No software found matching x","version":"2.2.27-r1"}',
    kind: "notFound",
    text: "No software found matching x",
  },
  {
    platform: "agave",
    status: 401,
    body: '{"status":"error","message":"User does not have permission to delete this system","version":"2.2.27-r1"}',
    kind: "forbidden",
    text: "User does not have permission to delete this system",
  },
  {
    platform: "agave",
    status: 401,
    body: '{"status":"error","message":"Permission denied. No authentication credentials found.","version":"2"}',
    kind: "unauthorised",
    text: "Permission denied. No authentication credentials found.",
  },
  {
    platform: "agave",
    status: 412,
    body: '{"status":"error","message":"Notification has already fired.","version":"2"}',
    kind: "conflict",
    text: "Notification has already fired.",
  },
  {
    platform: "agave",
    status: 400,
    body: '{"message":"You do not have sufficient access to this actor.","result":null,"status":"error","version":"1.9"}',
    kind: "forbidden",
    text: "You do not have sufficient access to this actor.",
  },
  {
    platform: "agave",
    status: 400,
    body: '{"message":"No executions found with actor id of x and execution id of y.","result":null,"status":"error","version":"1.9"}',
    kind: "notFound",
    text: /^No executions found/,
  },
  {
    platform: "agave",
    status: 400,
    body: '{"message":"Invalid actor description: image is required.","result":null,"status":"error","version":"1.9"}',
    kind: "invalid",
    text: "Invalid actor description: image is required.",
  },
  {
    platform: "agave",
    status: 404,
    body: '{"message": "The \\"path\\" was not found.", "status": "error", "version": "1.9", "result": None}',
    kind: "notFound",
    text: 'The "path" was not found.',
  },
  {
    platform: "agave",
    status: 404,
    body: '<am:fault xmlns:am="http://wso2.org/apimanager"><am:code>404</am:code><am:type>Status report</am:type><am:message>Not Found &amp; gone</am:message></am:fault>',
    kind: "notFound",
    text: "Not Found & gone",
    code: "404",
  },
  {
    platform: "agave",
    status: 403,
    body: '{"fault":{"code":900908,"message":"Resource forbidden","description":"Access failure"}}',
    kind: "forbidden",
    text: "Resource forbidden",
    code: "900908",
  },
  {
    platform: "ubiops",
    status: 404,
    body: '{"error":"No such service user"}',
    kind: "notFound",
    text: "No such service user",
  },
  {
    platform: "ubiops",
    status: 400,
    body: '{"error":{"name":["too long"]}}',
    kind: "invalid",
    text: '{"name":["too long"]}',
  },
  {
    platform: "ubiops",
    status: 403,
    body: '{"error_message":"No role"}',
    kind: "forbidden",
    text: "No role",
  },
  {
    platform: "ubiops",
    status: 403,
    body: "<?xml version='1.0'?><Error><Code>AccessDenied</Code><Message>Access denied.</Message><Details>No storage.objects.get access</Details></Error>",
    kind: "forbidden",
    text: "No storage.objects.get access",
    code: "AccessDenied",
  },
  {
    platform: "ubiops",
    status: 404,
    body: "<Error><Message>The key does not exist.</Message></Error>",
    kind: "notFound",
    text: "The key does not exist.",
  },
  { platform: "ubiops", status: 400, body: "Bad words", kind: "invalid", text: "Bad words", own: false },
  {
    platform: "osparc",
    status: 404,
    body: '{"data":{"status":404,"message":"The service with uuid x was not found"}}',
    kind: "notFound",
    text: "The service with uuid x was not found",
  },
  {
    platform: "osparc",
    status: 409,
    body: '{"data":null,"error":{"status":409,"message":"The service uuid x is already in use","errors":[{"code":"Conflict"}]}}',
    kind: "conflict",
    text: "The service uuid x is already in use",
    code: "Conflict",
  },
  {
    platform: "osparc",
    status: 400,
    body: '{"error":{"status":400,"message":{"service_key":{"required":["missing"]},"user_id":["too short"]}}}',
    kind: "invalid",
    text: "service_key.required: missing; user_id: too short",
  },
  {
    platform: "osparc",
    status: 401,
    body: '{"data":{"status":401,"message":"Unexpected connection error while accessing registry"}}',
    kind: "unavailable",
    text: "Unexpected connection error while accessing registry",
  },
  {
    platform: "osparc",
    status: 500,
    body: '{"name":"ServiceUUIDInUseError","detail":"in use"}',
    kind: "unavailable",
    text: "ServiceUUIDInUseError: in use",
  },
];

for (const { platform, status, body, kind, text, code, own = true } of cases) {
  test(`${platform} ${status} ${body.slice(0, 60)}`, async (t) => {
    const server = await fakeServer(t, (response) => void response.writeHead(status).end(body));
    const { readFailure } = platforms[platform];
    const options = { connection: platform, baseUrl: server.url, readFailure, proxy: "none" } as const;
    const http = new HttpClient({ ...options, clock: new FakeClock(), retry: { attempts: 1 } });
    t.after(() => http.close());
    const request = { method: "GET", path: "/", expects: "json", repeatable: true, writes: false } as const;
    const failure = await failureOf(http.request(request));
    assert.deepEqual(
      [failure.kind, failure.status, failure.code, failure.fromPlatform],
      [kind, status, code, own],
    );
    if (typeof text === "string") assert.equal(failure.text, text);
    else assert.match(failure.text, text);
  });
}

test("a web page, an empty answer and words of no shape are nobody's refusal but the server's", () => {
  for (const body of ["<html><body>Not Found</body></html>", "", "[]", "{}", '"x"', "{"]) {
    for (const platform of ["odm", "agave", "ubiops", "osparc"] as const) {
      const answer = { status: 404, headers: {}, body: Buffer.from(body) };
      assert.equal(platforms[platform].readFailure(answer), undefined, `${platform} ${body}`);
    }
  }
});
