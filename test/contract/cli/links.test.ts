import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import type { Dispute, Plan } from "../../../src/identity/plan.ts";
import { openWorkplace, type Workplace } from "./workplace.ts";

let place: Workplace;
before(async () => {
  place = await openWorkplace();
});
after(() => place.close());

const linksText = () => readFile(join(place.folder, "rollcall.links.jsonc"), "utf8");

interface ToldDispute extends Dispute {
  readonly rows: readonly { readonly attribute: string; readonly values: readonly string[] }[];
  readonly settle: readonly string[];
}

/** A dispute of several target accounts over one of a source. */
async function aDispute() {
  const { code, stdout, stderr } = await place.run("disputes", "--json");
  assert.equal(code, 0, stderr);
  const disputes = JSON.parse(stdout) as ToldDispute[];
  const found = disputes.find(
    ({ candidates }) => candidates.filter(({ connection }) => connection === "odm").length > 1,
  );
  assert.ok(found, "the sandbox has a dispute of two users");
  const users = found.candidates.filter(({ connection }) => connection === "odm");
  const source = found.candidates.find(({ connection }) => connection !== "odm") ?? assert.fail();
  return { disputes, dispute: found, users, source };
}

test("disputes are shown with their candidates side by side and the commands that settle them", async () => {
  const { dispute, users, source } = await aDispute();
  assert.deepEqual(
    dispute.rows.map(({ values }) => values.length),
    dispute.rows.map(() => dispute.candidates.length),
  );
  assert.ok(dispute.rows.some(({ attribute }) => attribute === "e-mail"));
  const [first = assert.fail()] = users;
  assert.ok(dispute.settle.includes(`rollcall link ${first.id} ${source.connection} ${source.id}`));
  const { stdout } = await place.run("disputes");
  const header = stdout.split("\n").find((line) => users.every(({ id }) => line.includes(`odm ${id}`)));
  assert.ok(header?.includes(`${source.connection} ${source.id}`), stdout);
  const { stdout: plan } = await place.run("plan");
  assert.ok(plan.includes(`rollcall link ${first.id} ${source.connection} ${source.id}`));
});

test("what does not exist cannot be linked, and nothing is written", async () => {
  const { users, source } = await aDispute();
  const [user = assert.fail()] = users;
  const cases = [
    [["link", "no-such-user", source.connection, source.id], /odm has no account with the id "no-such-user"/],
    [["link", user.id, source.connection, "no-such-account"], /has no account with the id "no-such-account"/],
    [["link", user.id, "okeanoss", source.id], /not one of the sources. Did you mean "okeanos"\?/],
    [["unlink", source.connection, source.id], /is not pinned .*rollcall links/],
  ] as const;
  for (const [args, message] of cases) {
    const { code, stdout, stderr } = await place.run(...args);
    assert.equal(code, 64, stderr);
    assert.equal(stdout, "");
    assert.match(stderr, message);
  }
  await assert.rejects(linksText(), { code: "ENOENT" });
});

test("a link settles the dispute, is listed and explained, refuses its contrary, and can be taken back", async () => {
  const { disputes, dispute, users, source } = await aDispute();
  const [user = assert.fail(), other = assert.fail()] = users;
  const pair = [source.connection, source.id] as const;
  const linked = await place.run("link", user.id, ...pair, "--note", "asked her");
  assert.equal(linked.code, 0, linked.stderr);
  assert.ok(linked.stdout.includes(`odm ${user.id} (`) && linked.stdout.includes(`${pair.join(" ")} (`));
  assert.match(await linksText(), /"note": "asked her" \}\n/);

  const again = await place.run("link", user.id, ...pair);
  assert.equal(again.code, 0);
  assert.match(again.stderr, /says so already. Nothing was written/);

  for (const args of [
    ["link", other.id, ...pair],
    ["link", "--apart", user.id, ...pair],
  ]) {
    const before = await linksText();
    const { code, stdout, stderr } = await place.run(...args);
    assert.equal(code, 2, args.join(" "));
    assert.equal(stdout, "");
    assert.match(stderr, /on line \d/);
    assert.ok(stderr.includes(`rollcall unlink ${pair.join(" ")}`), stderr);
    assert.equal(await linksText(), before);
  }

  const plan = JSON.parse((await place.run("plan", "--json")).stdout) as Plan;
  assert.equal(plan.disputes.length, disputes.length - 1);
  assert.ok(!plan.disputes.some(({ id }) => id === dispute.id));
  const explained = await place.run("explain", source.id);
  assert.match(explained.stdout, /pinned: asked her/);
  const listed = await place.run("links", "--json");
  assert.deepEqual(JSON.parse(listed.stdout), [
    {
      kind: "pinned",
      targetId: user.id,
      source: pair[0],
      id: pair[1],
      from: "rollcall.links.jsonc:4",
      why: "asked her",
    },
  ]);

  const unlinked = await place.run("unlink", ...pair);
  assert.equal(unlinked.code, 0, unlinked.stderr);
  assert.ok(unlinked.stderr.includes(`rollcall link ${user.id} ${pair.join(" ")}`));
  const { disputes: back } = await aDispute();
  assert.deepEqual(
    back.map(({ id }) => id),
    disputes.map(({ id }) => id),
  );
});

test("what is apart from all but one of its candidates belongs to that one", async () => {
  const { dispute, users, source } = await aDispute();
  const pair = [source.connection, source.id] as const;
  for (const { id } of users.slice(1))
    assert.equal((await place.run("link", "--apart", id, ...pair)).code, 0);
  const plan = JSON.parse((await place.run("plan", "--json")).stdout) as Plan;
  assert.ok(!plan.disputes.some(({ id }) => id === dispute.id));
  const { stdout } = await place.run("explain", source.id, "--json");
  assert.deepEqual(
    JSON.parse(stdout).map(({ targets }: { targets: { id: string }[] }) => targets.map(({ id }) => id)),
    [[users[0]?.id]],
  );
  const taken = await place.run("unlink", "--apart", ...pair);
  assert.equal(taken.code, 0, taken.stderr);
  assert.equal(JSON.parse((await place.run("links", "--json")).stdout).length, 0);
});

test("a plan that was made under other pins is refused", async () => {
  const { users, source } = await aDispute();
  await place.run("plan", "--out", "plan.json");
  await place.run("link", users[0]?.id ?? "", source.connection, source.id);
  const writes = place.writes();
  const { code, stderr } = await place.run("apply", "plan.json", "--yes");
  assert.equal(code, 2, stderr);
  assert.match(stderr, /changed since the plan was made/);
  assert.equal(place.writes(), writes);
  assert.equal((await place.run("unlink", source.connection, source.id)).code, 0);
});

test("a broken links file is wrong input, with file and line", async () => {
  await place.write("rollcall.links.jsonc", '{\n  "links": [{ "target": "1" }]\n}\n');
  const { code, stderr } = await place.run("plan");
  assert.equal(code, 64);
  assert.match(stderr, /rollcall\.links\.jsonc:2:/);
  await place.write("rollcall.links.jsonc", "{}");
});
