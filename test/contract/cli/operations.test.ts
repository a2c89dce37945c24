import assert from "node:assert/strict";
import { test } from "node:test";
import { seedCount, seedOperations } from "../../unit/platforms/seed-operations.ts";
import { rollcall } from "./command.ts";

interface Listed {
  readonly platform: string;
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly parameters: readonly { readonly name: string; readonly in: string; readonly type: string }[];
  readonly writes: boolean;
  readonly repeatable: boolean;
  readonly notes: readonly string[];
}

async function list(...args: readonly string[]): Promise<readonly Listed[]> {
  const { code, stdout, stderr } = await rollcall(["operations", ...args, "--json"]);
  assert.equal(code, 0, stderr);
  return JSON.parse(stdout);
}

test("every operation of the documents is listed with what a program needs to call it", async () => {
  const listed = await list();
  assert.ok(listed.length >= seedCount);
  const names = new Set(listed.map(({ platform, name }) => `${platform} ${name}`));
  for (const [platform, operations] of Object.entries(seedOperations))
    for (const name of operations) assert.ok(names.has(`${platform} ${name}`), `${platform} ${name}`);
  const creation = listed.find(({ name, platform }) => name === "create_user" && platform === "odm");
  assert.equal(creation?.path, "/api/v1/scim/Users");
  for (const { name, method, path, parameters, writes, repeatable, notes } of listed) {
    assert.match(method, /^(GET|POST|PUT|PATCH|DELETE)$/);
    assert.ok(path.startsWith("/"), name);
    assert.ok(parameters.every((each) => each.name && each.in && each.type));
    assert.deepEqual([typeof writes, typeof repeatable, Array.isArray(notes)], ["boolean", "boolean", true]);
  }
});

test("one platform's operations, as a table", async () => {
  const { code, stdout, stderr } = await rollcall(["operations", "ubiops"]);
  assert.equal(code, 0);
  const [title = "", ...rows] = stdout.trimEnd().split("\n");
  assert.match(title, /^Platform +Operation +Method +Path +Writes +What it does$/);
  assert.equal(rows.length, 6);
  assert.ok(rows.some((row) => /^ubiops +service_users_token +PUT .* yes +Resets/.test(row)));
  assert.match(stderr, /6 operations/);
  assert.equal((await list("osparc")).length, 6);
});

test("an unknown platform is wrong input, with those there are", async () => {
  const { code, stdout, stderr } = await rollcall(["operations", "agvae"]);
  assert.equal(code, 64);
  assert.equal(stdout, "");
  assert.match(stderr, /no platform "agvae"\. .*odm .*scim .*astakos .*agave .*ubiops .*osparc/s);
});
