import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { inOrder, type Notice, statusText } from "../../../src/editor/status/notice.ts";
import { reconciliationNotices } from "../../../src/editor/status/reconciliation-notices.ts";
import { serviceUserNotices } from "../../../src/editor/status/service-user-notices.ts";
import { signInNotices } from "../../../src/editor/status/sign-in-notices.ts";
import { tooltipOf } from "../../../src/editor/status/tooltip.ts";
import type { PlanInHand } from "../../../src/editor/views/reconciliation/model.ts";
import type { Plan } from "../../../src/identity/plan.ts";
import type { World } from "../../../src/identity/world.ts";
import type { RunReport } from "../../../src/reconcile/report.ts";

const now = Date.UTC(2030, 0, 1, 12);
const ending = (connection: string, minutes: number) => ({
  connection,
  at: new Date(now + minutes * 60_000),
});
const serviceUser = (name: string, days: number | undefined, connection = "models") => ({
  connection,
  name,
  data: {
    id: name,
    email: `${name}@example.org`,
    ...(days === undefined ? {} : { expiry_date: new Date(now + days * 86_400_000).toISOString() }),
  },
});
const texts = (notices: readonly Notice[]) => notices.map(({ text }) => text);

function inHand(changes: number, blocked: readonly string[] = []): PlanInHand {
  const plan = {
    target: { connection: "odm" },
    changes: Array.from({ length: changes }, (_, index) => ({ id: String(index) })),
    blocked: blocked.map((why) => ({ why })),
  } as unknown as Plan;
  return {
    planning: { plan, judgements: [], world: {} as World },
    madeAt: new Date(now),
    leftOut: new Set(),
    outdated: new Set(),
  };
}

function report(state: RunReport["state"]): RunReport {
  return { target: "odm", state, succeeded: 33, failed: 1, skipped: 0 } as unknown as RunReport;
}

const reconciliation = (state: Partial<Parameters<typeof reconciliationNotices>[0]>) =>
  reconciliationNotices({
    failure: undefined,
    inHand: undefined,
    report: undefined,
    going: undefined,
    ...state,
  });

describe("the status bar", () => {
  it("has nothing to tell where nothing was compared and nothing ends", () => {
    const notices = [...reconciliation({}), ...signInNotices([], now), ...serviceUserNotices([], now)];
    assert.deepEqual(notices, []);
    assert.equal(statusText(notices), undefined);
  });

  it("tells of sign-ins within a day of their end, the nearest first", () => {
    assert.deepEqual(signInNotices([ending("tacc", 25 * 60)], now), []);
    const [near, far] = signInNotices([ending("okeanos", 600), ending("tacc", 239)], now);
    assert.deepEqual([near?.text, near?.warning], ["tacc: signed in for 3 h 59 min", undefined]);
    assert.equal(far?.text, "okeanos: signed in for 10 h");
    assert.deepEqual(near?.action, { command: "rollcall.signIn", title: "Sign In", arguments: ["tacc"] });
  });

  it("warns of a sign-in that has ended or does within a quarter of an hour", () => {
    const [soon] = signInNotices([ending("tacc", 12)], now);
    assert.deepEqual([soon?.text, soon?.warning], ["tacc: signed in for 12 min", true]);
    const [ended] = signInNotices([ending("tacc", 0), ending("okeanos", 600)], now);
    assert.deepEqual([ended?.text, ended?.warning], ["tacc: sign-in expired", true]);
    assert.match(ended?.detail ?? "", /^It ended on Jan 1, 2030/);
  });

  it("tells of service users that expire soon or have, one by name and several by number", () => {
    const users = [
      serviceUser("import", -3),
      serviceUser("viewer", 100),
      serviceUser("forever", undefined),
      serviceUser("workshop", 5),
      serviceUser("course", 9),
      serviceUser("other", 1, "lab"),
    ];
    assert.deepEqual(texts(serviceUserNotices(users, now)), [
      "models: 2 service users expire soon",
      "lab: other expires in 1 day",
      "models: import expired 3 days ago",
    ]);
    assert.equal(
      serviceUserNotices(users, now)[0]?.detail,
      "workshop expires in 5 days, course expires in 9 days.",
    );
  });

  it("tells of drift before the last run, and of what blocks before all else", () => {
    const [blocked, run] = reconciliation({
      inHand: inHand(2, ["5 of 40 accounts would be deactivated."]),
      report: report("done"),
    });
    assert.deepEqual(
      [blocked?.text, blocked?.urgency, blocked?.warning],
      ["odm: plan blocked", "blocking", true],
    );
    assert.match(blocked?.detail ?? "", /^Compared at .*\. 5 of 40 accounts would be deactivated\.$/);
    assert.deepEqual([run?.text, run?.urgency], ["odm: 33 succeeded, 1 failed", "settled"]);
    const [drift] = reconciliation({ inHand: inHand(1200) });
    assert.deepEqual([drift?.text, drift?.urgency], ["odm: 1,200 changes to make", "toDo"]);
    const [settled] = reconciliation({ inHand: inHand(0) });
    assert.deepEqual([settled?.text, settled?.urgency], ["odm: in step", "settled"]);
    const [unfinished] = reconciliation({ report: report("stopped") });
    assert.deepEqual([unfinished?.text, unfinished?.urgency], ["odm: run not finished", "toDo"]);
  });

  it("tells of a run that goes on instead of what it applies, and warns where it is paused", () => {
    const going = { target: "odm", done: 12, total: 1200, pause() {}, goOn() {} };
    const [busy, ...others] = reconciliation({ going: { ...going, paused: false }, inHand: inHand(1200) });
    assert.deepEqual(others, []);
    assert.deepEqual([busy?.text, busy?.warning], ["odm: applying 1,200 changes", undefined]);
    const [paused] = reconciliation({ going: { ...going, paused: true } });
    assert.deepEqual([paused?.text, paused?.warning], ["odm: run paused at 12 of 1,200", true]);
  });

  it("offers to sign in where that is what a plan failed for, and else to retry it", () => {
    const failed = (kind: string) =>
      reconciliation({
        failure: {
          problem: { title: "tacc needs a sign-in", message: "…", kind, connection: "tacc", facts: [] },
          retry: "rollcall.reconcile",
        },
      })[0]?.action;
    assert.deepEqual(failed("unauthorised"), {
      command: "rollcall.signIn",
      title: "Sign In",
      arguments: ["tacc"],
    });
    assert.deepEqual(failed("timeout"), { command: "rollcall.reconcile", title: "Retry" });
  });

  it("shows the most urgent, and how many more want to be looked at", () => {
    const notices = inOrder([
      ...reconciliation({ inHand: inHand(0), report: report("done") }),
      ...signInNotices([ending("tacc", 12)], now),
      ...serviceUserNotices([serviceUser("workshop", 5)], now),
    ]);
    assert.deepEqual(texts(notices), [
      "tacc: signed in for 12 min",
      "models: workshop expires in 5 days",
      "odm: in step",
      "odm: 33 succeeded, 1 failed",
    ]);
    assert.equal(statusText(notices), "tacc: signed in for 12 min · 1 more");
    assert.equal(
      statusText(inOrder(reconciliation({ inHand: inHand(0), report: report("done") }))),
      "odm: in step",
    );
    const busy = inOrder([...notices, ...reconciliation({ inHand: inHand(3) })]);
    assert.equal(statusText(busy), "odm: 3 changes to make · 2 more");
  });

  it("has a paragraph for each in its tooltip, with a link that runs nothing else", () => {
    const { markdown, commands } = tooltipOf([
      ...signInNotices([ending("tacc*(1)", 12)], now),
      ...reconciliation({ inHand: inHand(0) }),
    ]);
    const [signIn, drift] = markdown.split("\n\n");
    assert.match(signIn ?? "", /^\$\(key\) \*\*tacc\\\*\\\(1\\\): signed in for 12 min\*\* It ends on /);
    assert.ok(signIn?.endsWith("[Sign In](command:rollcall.signIn?%5B%22tacc*%281%29%22%5D)"), signIn);
    assert.match(drift ?? "", /\[Show Plan\]\(command:rollcall\.reconciliation\.focus\)$/);
    assert.deepEqual(commands, ["rollcall.signIn", "rollcall.reconciliation.focus"]);
  });

  it("says of a plan from a file where it is from, and not that anything was compared", () => {
    const file = "/work/odm.plan.json";
    const [notice] = reconciliation({ inHand: { ...inHand(3), file } });
    assert.match(notice?.detail ?? "", /^Opened from \/work\/odm\.plan\.json at /);
    assert.match(reconciliation({ inHand: inHand(3) })[0]?.detail ?? "", /^Compared at /);
  });
});
