import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type Answer, first, send, somebody, withSandbox } from "./support.ts";

interface Catalogs {
  readonly uuid_catalog: Record<string, string>;
  readonly displayname_catalog: Record<string, string>;
}

const servicePath = "/service/api/user_catalogs";

describe("Astakos in the sandbox", () => {
  const sandbox = withSandbox();
  const at = (path: string) => `${sandbox().endpoints.astakos.url}${path}`;
  const asUser = () => ({ "x-auth-token": sandbox().endpoints.astakos.userToken });
  const asService = () => ({ "x-auth-token": sandbox().endpoints.astakos.serviceToken });
  const catalogs = async (
    path: string,
    headers: Record<string, string>,
    body: unknown,
  ): Promise<Catalogs> => {
    const answer = await send("POST", at(path), headers, body);
    assert.equal(answer.status, 200, answer.text);
    return answer.json as Catalogs;
  };
  const user = () => {
    const uuid = first(somebody(sandbox(), "inStepNoAgave").accounts.astakos);
    const found = sandbox()
      .state()
      .astakos.users.find((candidate) => candidate.uuid === uuid);
    assert.ok(found);
    return found;
  };
  const assertFault = (answer: Answer, status: number, message: string) => {
    assert.equal(answer.status, status, answer.text);
    assert.equal(answer.text, `${message}\n`);
    assert.match(answer.headers.get("content-type") ?? "", /^text\/html/);
  };

  it("refuses a missing and an unknown token with a line of plain text", async () => {
    for (const path of ["/user_catalogs", servicePath, "/feedback"]) {
      assertFault(await send("POST", at(path), {}, {}), 401, "Access denied");
      assertFault(await send("POST", at(path), { "x-auth-token": "nope" }, {}), 401, "Invalid X-Auth-Token");
    }
    assertFault(await send("GET", at("/im/authenticate")), 401, "Access denied");
  });

  it("keeps the tokens of users and services apart", async () => {
    const body = { uuids: [] };
    assertFault(await send("POST", at("/user_catalogs"), asService(), body), 401, "Invalid X-Auth-Token");
    assertFault(await send("POST", at(servicePath), asUser(), body), 401, "Invalid X-Auth-Token");
    assertFault(await send("GET", at("/im/authenticate"), asService()), 401, "Invalid X-Auth-Token");
  });

  it("answers 400 to the wrong method and 404 to unknown paths", async () => {
    assertFault(await send("GET", at("/user_catalogs"), asUser()), 400, "Method not allowed.");
    assertFault(await send("POST", at("/im/authenticate"), asUser(), {}), 400, "Method not allowed.");
    assert.equal((await send("GET", at("/nothing"), asUser())).status, 404);
  });

  it("refuses a body that is no JSON, and fails on JSON that is no object", async () => {
    for (const path of ["/user_catalogs", servicePath]) {
      const headers = path === servicePath ? asService() : asUser();
      const notJson = await send("POST", at(path), headers, "uuids=1");
      assertFault(notJson, 400, "Request body should be json formatted.");
      assertFault(await send("POST", at(path), headers, ""), 400, "Request body should be json formatted.");
      for (const body of ["[]", "null", "7", '"text"']) {
        assertFault(await send("POST", at(path), headers, body), 500, "Unexpected error");
      }
    }
  });

  it("translates what it is asked, leaves out what it does not know, and keeps the two lists apart", async () => {
    const { uuid, displayname } = user();
    const unknown = "00000000-0000-4000-8000-000000000000";
    for (const [path, headers] of [
      ["/user_catalogs", asUser()],
      [servicePath, asService()],
    ] as const) {
      const body = { uuids: [uuid, unknown], displaynames: ["nobody@example.org"] };
      assert.deepEqual(await catalogs(path, headers, body), {
        uuid_catalog: { [uuid]: displayname },
        displayname_catalog: {},
      });
    }
  });

  it("finds display names without case and answers in the caller's spelling", async () => {
    const { uuid, displayname } = user();
    const shouted = displayname.toUpperCase();
    assert.notEqual(shouted, displayname);
    const { displayname_catalog: found } = await catalogs("/user_catalogs", asUser(), {
      displaynames: [shouted],
    });
    assert.deepEqual(found, { [shouted]: uuid });
    const both = await catalogs("/user_catalogs", asUser(), { displaynames: [displayname, shouted] });
    assert.equal(Object.keys(both.displayname_catalog).length, 1, "two spellings of a name are one key");
  });

  it("gives a service everybody for null, and nobody for an empty or a missing list", async () => {
    const { users } = sandbox().state().astakos;
    const everybody = await catalogs(servicePath, asService(), { uuids: null, displaynames: null });
    assert.deepEqual(
      everybody.uuid_catalog,
      Object.fromEntries(users.map((one) => [one.uuid, one.displayname])),
    );
    assert.equal(Object.keys(everybody.displayname_catalog).length, users.length);
    const half = await catalogs(servicePath, asService(), { uuids: null });
    assert.equal(Object.keys(half.uuid_catalog).length, users.length);
    assert.deepEqual(half.displayname_catalog, {});
    const none = await catalogs(servicePath, asService(), { uuids: [], displaynames: [] });
    assert.deepEqual(none, { uuid_catalog: {}, displayname_catalog: {} });
  });

  it("gives a user nobody for null", async () => {
    const none = await catalogs("/user_catalogs", asUser(), { uuids: null, displaynames: null });
    assert.deepEqual(none, { uuid_catalog: {}, displayname_catalog: {} });
  });

  it("answers at the addresses of 0.14 and with a slash at the end as well", async () => {
    const { uuid, displayname } = user();
    const body = { uuids: [uuid] };
    for (const path of ["/user_catalogs/", "/account/v1.0/user_catalogs", "/account/v1.0/user_catalogs/"]) {
      assert.deepEqual((await catalogs(path, asUser(), body)).uuid_catalog, { [uuid]: displayname });
    }
    const service = await catalogs("/account/v1.0/service/user_catalogs", asService(), body);
    assert.deepEqual(service.uuid_catalog, { [uuid]: displayname });
    assert.equal((await send("GET", at("/account/v1.0/authenticate"), asUser())).status, 200);
  });

  it("authenticates with 200 and a body as the server sends it", async () => {
    const answer = await send("GET", at("/im/authenticate?usage="), asUser());
    assert.equal(answer.status, 200);
    const body = answer.json as Record<string, unknown>;
    assert.equal(typeof body.id, "number");
    assert.deepEqual(body.email, [body.username]);
    assert.equal("displayname" in body, false);
    assert.equal("usage" in body, false, "an empty usage parameter asks for none");
    const [created, expires] = [Number(body.auth_token_created), Number(body.auth_token_expires)];
    assert.ok(created <= Date.now() && Date.now() < expires, "times are milliseconds since 1970");
    const withUsage = await send("GET", at("/im/authenticate?usage=1"), asUser());
    const { usage } = withUsage.json as { usage: Record<string, unknown>[] };
    assert.equal(typeof first(usage).currValue, "number");
  });

  it("takes feedback as a form and nothing else", async () => {
    const form = new URLSearchParams({ feedback_msg: "It works", feedback_data: "{}" });
    const multipart = new FormData();
    multipart.set("feedback_msg", "It works");
    for (const body of [form, multipart]) {
      const sent = await send("POST", at("/feedback"), asUser(), body);
      assert.deepEqual([sent.status, sent.text], [200, ""]);
    }
    for (const body of [
      { feedback_msg: "JSON" },
      new URLSearchParams({ feedback_msg: "" }),
      new URLSearchParams(),
    ]) {
      assertFault(await send("POST", at("/feedback"), asUser(), body), 400, "Invalid data");
    }
  });

  it("lists services and the menu without a token, as JSON or JSONP", async () => {
    for (const method of ["GET", "POST"]) {
      const services = (await send(method, at("/im/get_services"))).json as Record<string, unknown>[];
      assert.deepEqual(Object.keys(first(services)).sort(), ["icon", "id", "name", "url"]);
    }
    const script = await send("GET", at("/im/get_services?callback=show"));
    assert.match(script.headers.get("content-type") ?? "", /^application\/javascript/);
    assert.match(script.text, /^show\(\[.*\]\)$/);
    const menu = (await send("GET", at("/im/get_menu/?location=/home"), asUser())).json as Record<
      string,
      string
    >[];
    assert.deepEqual(menu, [{ url: at("/im/?next=%2Fhome"), name: "Sign in" }]);
  });
});
