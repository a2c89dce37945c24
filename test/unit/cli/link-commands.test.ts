import assert from "node:assert/strict";
import { test } from "node:test";
import { linkCommand, unlinkCommand, waysToSettle } from "../../../src/cli/link-commands.ts";
import { renderPlan } from "../../../src/cli/render/plan.ts";
import type { Dispute } from "../../../src/identity/plan.ts";
import { plan } from "./samples.ts";

const paint = (_style: string, text: string) => text;
const candidate = (connection: string, id: string) => ({ connection, id, label: `${connection} ${id}` });
const dispute = (...candidates: Dispute["candidates"]): Dispute => ({
  id: "d",
  why: "Why.",
  rule: "r",
  candidates,
});

test("a command that is shown can be pasted into a shell", () => {
  const pin = { targetId: "42", connection: "okeanos", id: "o'neil & co" };
  assert.equal(linkCommand(pin), "rollcall link 42 okeanos 'o'\\''neil & co'");
  assert.equal(unlinkCommand({ section: "apart", pin }), "rollcall unlink --apart okeanos 'o'\\''neil & co'");
});

test("each pair of a small dispute is a command; a large one says how to write them", () => {
  const users = ["1", "2"].map((id) => candidate("odm", id));
  assert.deepEqual(waysToSettle(dispute(...users, candidate("tacc", "ana")), "odm").slice(0, 2), [
    "rollcall link 1 tacc ana",
    "rollcall link 2 tacc ana",
  ]);
  const many = Array.from({ length: 9 }, (_, index) => candidate("tacc", `a${index}`));
  assert.deepEqual(
    waysToSettle(dispute(...users, ...many), "odm")[0],
    "rollcall link <id in odm> <source> <id>",
  );
});

test("where no account of the target is in dispute, no command is offered", () => {
  const [only, ...others] = waysToSettle(dispute(candidate("tacc", "a"), candidate("tacc", "b")), "odm");
  assert.match(only ?? "", /No account of odm is among them/);
  assert.deepEqual(others, []);
});

test("a plan shows each suggestion with its score, its reasons and the command that links it", () => {
  const suggestion = {
    person: "ana@example.org",
    target: { connection: "odm", id: "42", label: "Ana Silva" },
    source: { connection: "tacc", id: "asilva", label: "Ana Silva" },
    score: 0.9,
    why: "Same name.",
  };
  const text = renderPlan(plan({ suggestions: [suggestion] }), { paint, most: 10 }).join("\n");
  assert.match(
    text,
    /0\.90 {2}odm 42 \(Ana Silva\) and tacc asilva \(Ana Silva\)\n.*Same name\.\n.*rollcall link 42 tacc asilva/,
  );
});
