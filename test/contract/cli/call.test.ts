import assert from "node:assert/strict";
import { once } from "node:events";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { setTimeout } from "node:timers/promises";
import { start } from "./command.ts";
import { type OperationsPlace, openOperationsPlace } from "./operations-place.ts";

let place: OperationsPlace;
before(async () => {
  place = await openOperationsPlace();
});
after(() => place.close());

/** The JSON that a call printed, which must have gone well. */
async function json(...args: readonly string[]) {
  const { code, stdout, stderr } = await place.run("call", ...args);
  assert.equal(code, 0, stderr);
  return JSON.parse(stdout);
}

const user = (name: string) =>
  JSON.stringify({
    displayName: name,
    active: true,
    emails: [{ type: "work", value: `${name}@example.org` }],
  });

test("a read prints what the platform answers, with --json the same", async () => {
  const page = await json("odm", "find_users", "count=2", "startIndex=3");
  assert.deepEqual([page.startIndex, page.Resources.length], [3, 2]);
  assert.deepEqual(await json("odm", "find_users", "count=2", "startIndex=3", "--json"), page);
});

test("every platform's connections can be called", async () => {
  const services = await json("okeanos", "get_services");
  assert.ok(Array.isArray(services));
  const catalogs = await json("okeanos", "service_user_catalogs", 'body={"uuids":null}');
  assert.ok(Object.keys(catalogs.uuid_catalog).length > 20);
  assert.ok((await json("newer", "authenticate")).uuid);
  assert.ok(
    JSON.stringify(await json("tacc", "profiles.get")).includes(place.sandbox.endpoints.agave.username),
  );
  assert.ok((await json("models", "service_users_list")).length > 3);
  assert.ok(JSON.stringify(await json("osparc", "root_get")).includes("simcore-service-director"));
});

test("a body comes from a file, from standard input, or stands in place", async () => {
  await writeFile(join(place.folder, "user.json"), `\ufeff${user("from-file")}`);
  const fromFile = await json("odm", "create_user", "--body", "user.json");
  assert.equal(fromFile.displayName, "from-file");
  const piped = await place.runWith(
    { input: user("from-input") },
    "call",
    "odm",
    "create_user",
    "--body",
    "-",
  );
  assert.equal(JSON.parse(piped.stdout).displayName, "from-input");
  const inPlace = await json("odm", "create_user", `body=${user("in-place")}`);
  const changed = await json(
    "odm",
    "patch_user",
    `id=${inPlace.id}`,
    `body=${JSON.stringify({
      schemas: ["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
      Operations: [{ op: "replace", value: { active: false } }],
    })}`,
  );
  assert.equal(changed.active, false);
});

test("the data alone, out of its envelope, on request", async () => {
  const asSent = await json("tacc", "profiles.get");
  assert.equal(asSent.status, "success");
  const data = await json("tacc", "profiles.get", "--data");
  assert.equal(data.username, asSent.result.username);
});

test("an empty answer prints nothing and says that it is done", async () => {
  const { id } = await json("odm", "create_user", `body=${user("short-lived")}`);
  const { code, stdout, stderr } = await place.run("call", "odm", "delete_user", `id=${id}`);
  assert.deepEqual([code, stdout], [0, ""]);
  assert.match(stderr, /delete_user is done/);
});

test("a form's fields are given by name", async () => {
  const { code, stdout, stderr } = await place.run("call", "person", "feedback", "feedback_msg=a=b & c");
  assert.deepEqual([code, stdout], [0, ""], stderr);
});

test("a token that is shown this once is pointed out", async () => {
  const { code, stdout, stderr } = await place.run(
    "call",
    "models",
    "service_users_create",
    'data={"name":"x"}',
  );
  assert.equal(code, 0, stderr);
  assert.match(JSON.parse(stdout).token, /^[0-9a-f]{40}$/);
  assert.match(stderr, /token in this answer is shown this once/);
});

test("files go up from disk and from standard input and come down again, byte for byte", async () => {
  const bytes = Buffer.from(Array.from({ length: 300_000 }, (_, index) => (index * 7919) % 256));
  await writeFile(join(place.folder, "data.bin"), bytes);
  const call = ["call", "tacc", "files.importToDefaultSystem", "sourcefilePath="];
  const up = await place.run(...call, "fileToUpload=@data.bin");
  assert.equal(up.code, 0, up.stderr);
  const piped = await place.runWith({ input: bytes }, ...call, "fileToUpload=@-", "fileName=piped.bin");
  assert.equal(piped.code, 0, piped.stderr);
  for (const name of ["data.bin", "piped.bin"]) {
    await staged(name);
    const down = ["call", "tacc", "files.downloadFromDefaultSystem", `sourcefilePath=${name}`];
    const { code, stdout, stderr } = await place.run(...down, "--output", "down.bin");
    assert.deepEqual([code, stdout], [0, ""], stderr);
    assert.ok((await readFile(join(place.folder, "down.bin"))).equals(bytes));
    const part = await place.run(...down, "Range=bytes=0-1", "--output", "-");
    assert.equal(part.code, 0, part.stderr);
    assert.equal(part.stdout, bytes.subarray(0, 2).toString("utf8"));
  }
});

async function staged(name: string): Promise<void> {
  for (let look = 0; look < 20; look += 1) {
    const history = await json("tacc", "files.getHistoryOnDefaultSystem", `filePath=${name}`);
    if (JSON.stringify(history).includes("STAGING_COMPLETED")) return;
  }
  throw new Error(`${name} was not staged.`);
}

const wrong: readonly [name: string, args: readonly string[], message: RegExp][] = [
  ["an unknown connection", ["odn", "find_users"], /no connection "odn"\. Did you mean "odm"\?/],
  ["a misspelt operation", ["odm", "find_user"], /no operation "find_user"\. Did you mean "find_users"\?/],
  ["an operation of another platform", ["odm", "jobs.submit"], /rollcall operations odm/],
  [
    "an unknown parameter",
    ["odm", "find_users", "counts=1"],
    /no parameter "counts"\. Did you mean "count"\?/,
  ],
  ["a value of another type", ["odm", "find_users", "count=many"], /count must be a whole number/],
  [
    "a value out of no list",
    ["osparc", "services_get", "service_type=dynamic"],
    /service_type cannot be "dynamic"/,
  ],
  ["something that is missing", ["odm", "get_user"], /get_user needs id=<string>/],
  ["a body that is missing", ["odm", "create_user"], /needs a body/],
  ["a body that is no JSON", ["odm", "create_user", "body={"], /body is not JSON/],
  ["a body that is not there", ["odm", "create_user", "--body", "no-such.json"], /no file no-such\.json/],
  [
    "a file that is not there",
    ["tacc", "files.importToDefaultSystem", "sourcefilePath=", "fileToUpload=@none"],
    /no file none/,
  ],
  ["a project that nobody names", ["projectless", "service_users_list"], /"project" of the connection/],
  [
    "an output that cannot be",
    ["odm", "find_users", "--output", join("no", "folder", "x.json")],
    /cannot be written/,
  ],
];

for (const [name, args, message] of wrong) {
  test(`${name} is wrong input, and nothing is sent`, async () => {
    const before = place.sandbox.log().length;
    const { code, stdout, stderr } = await place.run("call", ...args);
    assert.equal(code, 64, stderr);
    assert.equal(stdout, "");
    assert.match(stderr, message);
    assert.doesNotMatch(stderr, /^\s+at /m);
    assert.equal(place.sandbox.log().length, before);
  });
}

test("a refusal is told in the platform's words, with what to do", async () => {
  const refused = await place.run("call", "odm", "get_user", "id=99999999");
  assert.deepEqual([refused.code, refused.stdout], [1, ""]);
  assert.match(refused.stderr, /odm: 404 .*no .*users/i);
  const asJson = await place.run("call", "odm", "find_users", 'filter=userName co "a"', "--json");
  const { error } = JSON.parse(asJson.stderr);
  assert.deepEqual([asJson.code, error.kind, error.status, error.connection], [1, "invalid", 400, "odm"]);
});

test("a wrong token says which variable to set", async () => {
  const environment = { ROLLCALL_TOKEN_ODM: "cAnArY-wrong" };
  const { code, stderr } = await place.runWith({ environment }, "call", "odm", "find_users");
  assert.equal(code, 1);
  assert.match(stderr, /401 .*ROLLCALL_TOKEN_ODM/s);
  assert.doesNotMatch(stderr, /cAnArY/);
});

test("a lost answer to a creation is sent once and told as what it is", async () => {
  place.sandbox.setFaults([{ kind: "dropAfter", platform: "ubiops", method: "POST", times: 1 }]);
  const before = place.sandbox.log().length;
  const { code, stdout, stderr } = await place.run(
    "call",
    "models",
    "service_users_create",
    "data={}",
    "--json",
  );
  place.sandbox.setFaults([]);
  assert.deepEqual([code, stdout], [1, ""]);
  const { error } = JSON.parse(stderr);
  assert.equal(error.landed, "unknown");
  assert.match(error.advice, /may have been created whose token nobody has/);
  assert.equal(place.sandbox.log().length, before + 1);
});

test("an interrupt cancels the call, and says what may have landed", async () => {
  place.sandbox.setFaults([{ kind: "latency", platform: "ubiops", ms: 60_000 }]);
  const before = place.sandbox.log().length;
  const child = start(["call", "models", "service_users_create", "data={}"], place);
  let stderr = "";
  child.stderr?.on("data", (chunk) => {
    stderr += chunk;
  });
  const ended = once(child, "close");
  while (place.sandbox.log().length === before) await setTimeout(20);
  child.kill("SIGINT");
  const [code] = await ended;
  place.sandbox.setFaults([]);
  assert.equal(code, 1);
  assert.match(stderr, /Cancelled\./);
  assert.match(stderr, /may have been created/);
});

test("nothing is written to a production connection without a word", async () => {
  const creation = ["call", "guarded", "create_user", `body=${user("guarded")}`];
  const before = place.sandbox.log().length;
  const refused = await place.run(...creation);
  assert.equal(refused.code, 64);
  assert.match(refused.stderr, /marked as production .*--yes/);
  assert.equal(place.sandbox.log().length, before);
  assert.equal((await place.run("call", "guarded", "find_users", "count=1")).code, 0);
  assert.equal((await place.run(...creation, "--yes")).code, 0);
});
