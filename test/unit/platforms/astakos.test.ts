import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { readAstakosFailure } from "../../../src/platforms/astakos/failure.ts";
import { connect, connectAstakos } from "../../../src/platforms/connect.ts";
import { failureOf } from "../http/client.ts";
import { FakeClock } from "../http/clock.ts";
import { fakeServer, type Handler, json } from "../http/server.ts";

const secrets = { read: async () => "dG9rZW4+/w==" };
const options = { proxy: "none", clock: new FakeClock() } as const;

async function identityFrom(t: TestContext, handler: Handler) {
  const { url } = await fakeServer(t, handler);
  const client = connectAstakos({ name: "okeanos", platform: "astakos", url }, secrets, options);
  t.after(() => client.caller.close());
  return client.authenticate();
}

async function everybodyFrom(t: TestContext, answer: unknown) {
  const { url } = await fakeServer(t, (response) => json(response, answer));
  const directory = connect(
    { name: "okeanos", platform: "astakos", url, account: "service" },
    secrets,
    options,
  );
  t.after(() => directory.close());
  return directory;
}

test("three shapes of e-mail, two names of the name, two kinds of dates", async (t) => {
  for (const email of [["jo@example.org"], "jo@example.org", "[jo@example.org]", '["jo@example.org"]']) {
    const identity = await identityFrom(t, (response) =>
      json(response, { uuid: "u", username: "jo@example.org", email }),
    );
    assert.deepEqual([identity?.emails, identity?.displayname], [["jo@example.org"], "jo@example.org"]);
  }
  const expires = new Date("2012-06-29T10:03:37Z");
  for (const auth_token_expires of [
    expires.getTime(),
    expires.getTime() / 1000,
    "Fri, 29 Jun 2012 10:03:37 GMT",
  ]) {
    const identity = await identityFrom(t, (response) =>
      json(response, { displayname: "jo", auth_token_expires }),
    );
    assert.deepEqual([identity?.tokenExpires, identity?.displayname], [expires, "jo"]);
  }
});

test("204 is as good as 200, and nonsense in single fields is left out", async (t) => {
  assert.equal(await identityFrom(t, (response) => void response.writeHead(204).end()), undefined);
  const odd = { uuid: null, email: 7, auth_token_expires: "soon", name: ["x"] };
  const identity = await identityFrom(t, (response) => json(response, odd));
  assert.deepEqual(identity, { emails: ["7"] });
  assert.equal((await failureOf(identityFrom(t, (response) => json(response, "x")))).kind, "protocol");
});

test("plain text and faults are read; a web page is not the platform's word", () => {
  const read = (body: string) => readAstakosFailure({ status: 401, headers: {}, body: Buffer.from(body) });
  assert.deepEqual(read("Invalid X-Auth-Token\n"), { text: "Invalid X-Auth-Token" });
  assert.deepEqual(read('{"unauthorized":{"code":401,"message":"no token","details":""}}'), {
    code: "unauthorized",
    text: "no token",
  });
  assert.equal(read("<html>x</html>"), undefined);
  assert.equal(read(""), undefined);
});

test("an entry that cannot be read is left out and makes the reading incomplete", async (t) => {
  const directory = await everybodyFrom(t, { uuid_catalog: { a: "a@example.org", b: null, c: { x: 1 } } });
  const reading = await directory.enumerate();
  assert.deepEqual(
    reading.accounts.map(({ id }) => id),
    ["a"],
  );
  assert.deepEqual(
    [reading.complete, reading.notes],
    [false, ["2 entries could not be read and were left out."]],
  );
});

test("an answer without the catalog that was asked for is an error and never an empty list", async (t) => {
  for (const answer of [{}, [], null, { uuid_catalog: [] }]) {
    const directory = await everybodyFrom(t, answer);
    assert.equal((await failureOf(directory.enumerate())).kind, "protocol");
  }
});
