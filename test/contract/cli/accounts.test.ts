import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openWorkplace, type Workplace } from "./workplace.ts";

let place: Workplace;
before(async () => {
  place = await openWorkplace();
});
after(() => place.close());

interface Listed {
  readonly id: string;
  readonly userName: string;
  readonly emails: readonly string[];
}

async function list(...args: readonly string[]): Promise<readonly Listed[]> {
  const { code, stdout, stderr } = await place.run("accounts", ...args, "--json");
  assert.equal(code, 0, stderr);
  return JSON.parse(stdout);
}

test("accounts are listed, and a filter gives the ones that match wherever it is evaluated", async () => {
  const all = await list("odm");
  const [first] = all;
  assert.ok(first && all.length > 40);
  const exact = await list("odm", "--filter", `userName eq "${first.userName.toUpperCase()}"`);
  assert.deepEqual(exact, [first]);
  const started = await list("odm", "--filter", `userName sw "${first.userName.slice(0, 2)}"`);
  assert.deepEqual(
    started.map(({ id }) => id),
    all.filter(({ userName }) => userName.startsWith(first.userName.slice(0, 2))).map(({ id }) => id),
  );
  const { stdout, stderr } = await place.run("accounts", "odm", "--filter", `id eq "${first.id}"`);
  assert.match(stdout, /^Connection +Id +User name/);
  assert.ok(stdout.includes(first.userName));
  assert.match(stderr, /1 account\./);
});

test("a directory that cannot list says how to look accounts up, and does so", async () => {
  const refused = await place.run("accounts", "tacc");
  assert.equal(refused.code, 64);
  assert.match(refused.stderr, /--lookup email=/);
  const emails = (await list("odm")).flatMap(({ emails }) => emails.slice(0, 1)).slice(0, 5);
  const found = await list("tacc", ...emails.flatMap((email) => ["--lookup", `email=${email}`]));
  assert.ok(found.length > 0 && found.every(({ emails: [email = ""] }) => emails.includes(email)));
});

const wrong: readonly [name: string, args: readonly string[], message: RegExp][] = [
  ["an unknown connection", ["odn"], /There is no connection "odn"\. Did you mean "odm"\?/],
  ["an invalid filter", ["odm", "--filter", "userName = 1"], /userName = 1\n +\^/],
  ["a lookup by an unknown key", ["tacc", "--lookup", "emial=x"], /cannot be asked by "emial"/],
  ["a lookup without a key", ["tacc", "--lookup", "ana"], /key=value/],
];

for (const [name, args, message] of wrong) {
  test(`${name} is wrong input`, async () => {
    const { code, stdout, stderr } = await place.run("accounts", ...args);
    assert.equal(code, 64);
    assert.equal(stdout, "");
    assert.match(stderr, message);
  });
}
