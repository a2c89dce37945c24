import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { send, withSandbox } from "./support.ts";

interface Grant {
  readonly access_token: string;
  readonly refresh_token: string;
  readonly expires_in: number;
  readonly token_type: string;
}

describe("Sign-in to Agave in the sandbox", () => {
  const sandbox = withSandbox();
  const at = (path: string) => `${sandbox().endpoints.agave.url}${path}`;
  const basic = (user: string, password: string) => ({
    authorization: `Basic ${Buffer.from(`${user}:${password}`).toString("base64")}`,
  });
  const asClient = () => {
    const { clientKey, clientSecret } = sandbox().endpoints.agave;
    return basic(clientKey, clientSecret);
  };
  const asUser = () => {
    const { username, password } = sandbox().endpoints.agave;
    return basic(username, password);
  };
  const token = (fields: Record<string, string>, headers = asClient()) =>
    send("POST", at("/token"), headers, new URLSearchParams(fields));
  const passwordGrant = () => {
    const { username, password } = sandbox().endpoints.agave;
    return { grant_type: "password", username, password, scope: "PRODUCTION" };
  };
  const me = (accessToken: string) =>
    send("GET", at("/profiles/v2/me"), { authorization: `Bearer ${accessToken}` });

  it("refuses an unknown client", async () => {
    for (const headers of [basic("nobody", "x"), basic(sandbox().endpoints.agave.clientKey, "wrong"), {}]) {
      const answer = await token(passwordGrant(), headers as ReturnType<typeof basic>);
      assert.equal(answer.status, 401);
      assert.equal((answer.json as { error: string }).error, "invalid_client");
    }
  });

  const refused: [string, Record<string, string>, string][] = [
    ["a wrong password", { grant_type: "password", username: "nobody", password: "x" }, "invalid_grant"],
    ["an unknown refresh token", { grant_type: "refresh_token", refresh_token: "x" }, "invalid_grant"],
    [
      "a sign-in as somebody else",
      { grant_type: "admin_password", token_username: "a" },
      "unsupported_grant_type",
    ],
    ["no grant type", {}, "invalid_request"],
  ];
  for (const [what, fields, error] of refused) {
    it(`refuses ${what}`, async () => {
      const answer = await token(fields);
      assert.equal(answer.status, 400);
      assert.equal((answer.json as { error: string }).error, error);
    });
  }

  it("gives a token for the password, without an envelope", async () => {
    const answer = await token(passwordGrant());
    assert.equal(answer.status, 200);
    const grant = answer.json as Grant;
    assert.match(grant.access_token, /^[0-9a-f]{32}$/);
    assert.equal(grant.token_type, "bearer");
    assert.ok(grant.expires_in > 0);
    assert.equal((await me(grant.access_token)).status, 200);
  });

  it("redeems a refresh token once, and ends the token that came with it", async () => {
    const before = (await token(passwordGrant())).json as Grant;
    const refresh = { grant_type: "refresh_token", refresh_token: before.refresh_token, scope: "PRODUCTION" };
    const answer = await token(refresh);
    assert.equal(answer.status, 200);
    const after = answer.json as Grant;
    assert.notEqual(after.access_token, before.access_token);
    assert.equal((await me(after.access_token)).status, 200);
    assert.equal((await me(before.access_token)).status, 401);
    assert.equal((await token(refresh)).status, 400);
  });

  it("registers clients for the user, shows their secret once, and removes them", async () => {
    assert.equal(
      (await send("POST", at("/clients/v2"), basic("nobody", "x"), new URLSearchParams())).status,
      401,
    );
    assert.equal((await send("POST", at("/clients/v2"), asUser(), new URLSearchParams())).status, 400);
    const form = () =>
      new URLSearchParams({ clientName: "tests", tier: "Unlimited", description: "", callbackUrl: "" });
    const created = await send("POST", at("/clients/v2"), asUser(), form());
    assert.equal(created.status, 201);
    const { result } = created.json as { result: { consumerKey: string; consumerSecret: string } };
    const grant = await token(passwordGrant(), basic(result.consumerKey, result.consumerSecret));
    assert.equal(grant.status, 200);
    assert.equal((await send("POST", at("/clients/v2/"), asUser(), form())).status, 400);
    const listed = await send("GET", at("/clients/v2"), asUser());
    assert.ok(listed.text.includes(result.consumerKey));
    assert.equal(listed.text.includes(result.consumerSecret), false);
    assert.equal((await send("DELETE", at("/clients/v2/tests"), asUser())).status, 200);
    assert.equal(
      (await token(passwordGrant(), basic(result.consumerKey, result.consumerSecret))).status,
      401,
    );
  });

  it("registers clients by JSON as well, and answers 404 for clients that are not there", async () => {
    const created = await send("POST", at("/clients/v2"), asUser(), { clientName: "json" });
    assert.equal(created.status, 201);
    assert.equal((await send("DELETE", at("/clients/v2/json"), asUser())).status, 200);
    assert.equal((await send("DELETE", at("/clients/v2/json"), asUser())).status, 404);
  });

  it("tells of a missing and an unknown token as the gateway does", async () => {
    const missing = await send("GET", at("/profiles/v2/me"));
    assert.equal(missing.status, 401);
    assert.match(missing.headers.get("content-type") ?? "", /xml/);
    assert.match(missing.text, /<ams:code>900902<\/ams:code>/);
    assert.match((await me("unknown")).text, /<ams:code>900901<\/ams:code>/);
  });

  it("tells of an expired token in XML and in JSON by turns, and takes a refreshed one", async () => {
    const grant = (await token(passwordGrant())).json as Grant;
    sandbox().setFaults([{ kind: "expiredTokens", times: 1 }]);
    const faults = [await me(grant.access_token), await me(grant.access_token)];
    assert.deepEqual(
      faults.map(({ status }) => status),
      [401, 401],
    );
    const [xml, json] = faults.map(({ text }) => text);
    assert.match(xml ?? "", /^<ams:fault[^>]*><ams:code>900904<\/ams:code>/);
    assert.match(json ?? "", /^\{"fault":\{.*"message":"Invalid Credentials"/);
    const refreshed = await token({ grant_type: "refresh_token", refresh_token: grant.refresh_token });
    assert.equal((await me((refreshed.json as Grant).access_token)).status, 200);
    assert.equal(
      (await me(sandbox().endpoints.agave.token)).status,
      401,
      "every token issued so far has expired",
    );
  });
});
