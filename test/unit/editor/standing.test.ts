import assert from "node:assert/strict";
import { test } from "node:test";
import { linkText } from "../../../src/editor/views/users/link-text.ts";
import { type KnownOfUser, standingOf } from "../../../src/editor/views/users/standing.ts";
import type { Judgement } from "../../../src/identity/judgement.ts";
import { odmAccount } from "../../property/identity/worlds.ts";

const ana = odmAccount({ id: "1", userName: "ana", displayName: "Ana", email: "ana@example.org" });
const okeanos = { ...ana, connection: "okeanos", id: "u-1" };
const tacc = { ...ana, connection: "tacc", id: "ana" };

const link = (connection: string) => ({ connection, id: "x", evidence: "e-mail" });

function judgement(more: Partial<Judgement>): Judgement {
  return {
    person: "ana@example.org",
    targets: [ana],
    sources: [okeanos, tacc],
    links: [],
    situation: "confirmed",
    action: "none",
    set: {},
    why: "",
    steps: [],
    ...more,
  };
}

function standing(more: Partial<KnownOfUser>) {
  return standingOf({ judgement: undefined, outdated: false, links: [], protected: false, ...more });
}

test("without a plan, what earlier runs have linked is told", () => {
  assert.deepEqual(standing({ links: [link("okeanos"), link("tacc")] }), {
    state: "linked",
    linked: ["okeanos", "tacc"],
    notes: ["on okeanos, tacc"],
  });
  assert.deepEqual(standing({}).notes, ["not linked"]);
  const held = standing({ protected: true });
  assert.deepEqual([held.state, held.notes, held.icon?.id], ["leftAlone", ["protected"], "lock"]);
});

test("what a plan would change is told by name, and no change by nothing but the accounts", () => {
  const update = standing({
    judgement: judgement({ action: "update", set: { displayName: "Ana Silva", externalId: "e" } }),
  });
  assert.deepEqual(update.notes, ["2 differences: displayName, externalId", "on okeanos, tacc"]);
  assert.equal(update.state, "differs");
  const one = standing({ judgement: judgement({ action: "update", set: { userName: "ana2" } }) });
  assert.deepEqual(one.notes[0], "1 difference: userName");
  assert.deepEqual(standing({ judgement: judgement({}) }), {
    state: "linked",
    linked: ["okeanos", "tacc"],
    notes: ["on okeanos, tacc"],
    situation: "confirmed",
  });
});

test("whoever is to come or go is told with what else differs", () => {
  const leaver = judgement({
    action: "deactivate",
    situation: "sourceMissing",
    sources: [],
    set: { active: false },
  });
  assert.deepEqual(standing({ judgement: leaver }).notes, ["to be deactivated"]);
  const dormant = judgement({
    action: "reactivate",
    situation: "dormant",
    set: { active: true, displayName: "Ana Silva" },
  });
  assert.deepEqual(standing({ judgement: dormant }).notes, [
    "to be reactivated",
    "1 difference: displayName",
    "on okeanos, tacc",
  ]);
});

test("candidates of a dispute are not linked", () => {
  const disputed = standing({ judgement: judgement({ situation: "ambiguous", action: "report" }) });
  assert.deepEqual([disputed.state, disputed.linked, disputed.notes], ["disputed", [], ["disputed"]]);
});

test("what is withheld, reported and ignored is told in words", () => {
  const of = (more: Partial<Judgement>) => standing({ judgement: judgement({ sources: [], ...more }) });
  const waiting = of({ situation: "sourceMissing", action: "report", withheld: "grace" });
  assert.deepEqual([waiting.state, waiting.notes], ["waiting", ["gone from the sources, in its grace time"]]);
  const reported = of({ situation: "unassigned", action: "report" });
  assert.deepEqual([reported.state, reported.notes], ["reported", ["in the target only"]]);
  const ignored = of({ situation: "outOfScope", action: "ignore" });
  assert.deepEqual([ignored.state, ignored.notes, ignored.icon], ["leftAlone", ["out of scope"], undefined]);
});

test("a plan says nothing any more of whoever was changed by hand since", () => {
  const changed = standing({
    judgement: judgement({ action: "update", set: { userName: "ana2" } }),
    outdated: true,
    links: [link("tacc")],
  });
  assert.deepEqual(changed, {
    state: "outdated",
    linked: ["tacc"],
    notes: ["changed since the plan", "on tacc"],
  });
});

test("the evidence of a link is taken apart into how, which run and which day", () => {
  assert.deepEqual(linkText("linked in run 20251104T101530Z-ab12cd: externalId equals okeanos.uuid"), {
    how: "externalId equals okeanos.uuid",
    run: "20251104T101530Z-ab12cd",
    day: "2025-11-04",
  });
  assert.deepEqual(linkText("emails.value equals tacc.email"), { how: "emails.value equals tacc.email" });
  assert.deepEqual(linkText("linked in run r1: e-mail"), { how: "e-mail", run: "r1" });
});
