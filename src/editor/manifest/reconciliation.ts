import { contextKeys } from "../identifiers.ts";
import { all, filtered, ready } from "./clauses.ts";
import type { CommandDeclaration } from "./declaration.ts";

const enablement = all(ready, `${contextKeys.reconciliation} != noPolicy`);
const idle = `!${contextKeys.run}`;
const planned = all(ready, `${contextKeys.reconciliation} == plan`, idle);
const blocked = all(ready, `${contextKeys.reconciliation} == blocked`, idle);
const unfinished = all(ready, `${contextKeys.reconciliation} == unfinished`, idle);
const going = `${contextKeys.run} == going`;
const paused = `${contextKeys.run} == paused`;
const inHand = all(ready, contextKeys.planInHand);
const isFiltered = filtered("reconciliation");

/**
 * The plan, its changes, and runs. What is enabled beside an item goes by the item's flags: the editor looks at other keys only when it
 * shows the item first.
 */
export const reconciliationCommands: readonly CommandDeclaration[] = [
  {
    name: "reconcile",
    title: "Reconcile Identities",
    icon: "git-compare",
    enablement,
    titles: [{ in: "reconciliation", when: all(enablement, idle), group: "navigation@1" }],
  },
  {
    name: "apply",
    title: "Apply Ticked Changes…",
    shortTitle: "Apply…",
    icon: "check-all",
    enablement: planned,
    titles: [{ in: "reconciliation", when: planned, group: "navigation@2" }],
  },
  {
    name: "applyOverLimit",
    title: "Apply Over the Limit…",
    icon: "unlock",
    enablement,
    palette: blocked,
    titles: [{ in: "reconciliation", when: blocked, group: "navigation@2" }],
    items: [{ on: "blocked +allowable", groups: ["inline@1", "1_plan@1"] }],
  },
  {
    name: "pauseRun",
    title: "Pause Run",
    icon: "debug-pause",
    enablement,
    palette: going,
    titles: [{ in: "reconciliation", when: going, group: "navigation@1" }],
    items: [{ on: "going +busy", groups: ["inline@1", "1_run@1"] }],
  },
  {
    name: "continueRun",
    title: "Continue Run",
    icon: "debug-continue",
    enablement,
    palette: paused,
    titles: [{ in: "reconciliation", when: paused, group: "navigation@1" }],
    items: [{ on: "going +paused", groups: ["inline@1", "1_run@1"] }],
  },
  {
    name: "resume",
    title: "Resume Interrupted Run",
    icon: "debug-continue",
    enablement,
    palette: unfinished,
    titles: [{ in: "reconciliation", when: unfinished, group: "navigation@2" }],
    items: [{ on: "run +unfinished", groups: ["inline@1", "1_run@1"] }],
  },
  {
    name: "openReport",
    title: "Open Report…",
    icon: "output",
    enablement,
    titles: [{ in: "reconciliation", when: enablement, group: "4_runs@1" }],
    items: [{ on: "run", groups: ["inline@2", "1_run@2"] }],
  },
  {
    name: "undoRun",
    title: "Undo Run…",
    icon: "discard",
    enablement,
    titles: [{ in: "reconciliation", when: enablement, group: "4_runs@2" }],
    items: [{ on: "run +undoable", groups: ["inline@3", "1_run@3"] }],
  },
  {
    name: "showMoreRuns",
    title: "Show More Runs",
    icon: "ellipsis",
    enablement,
    items: [{ on: "moreRuns", groups: ["1_run@1"] }],
  },
  {
    name: "checkDrift",
    title: "Check for Drift",
    icon: "pulse",
    enablement,
    titles: [{ in: "reconciliation", when: enablement, group: "1_plan@1" }],
  },
  {
    name: "includeChange",
    title: "Include Change…",
    icon: "check",
    enablement: inHand,
    items: [{ on: "change|changeGroup", groups: ["2_ticks@1"] }],
  },
  {
    name: "leaveOutChange",
    title: "Leave Out Change…",
    icon: "close",
    enablement: inHand,
    items: [{ on: "change|changeGroup", groups: ["2_ticks@2"] }],
  },
  {
    name: "showChange",
    title: "Show Change…",
    icon: "diff",
    enablement: inHand,
    items: [
      { on: "change", groups: ["1_change@1"] },
      { on: "user +differs", groups: ["inline@1", "1_change@1"] },
    ],
  },
  {
    name: "reviewChanges",
    title: "Review All Changes",
    icon: "diff-multiple",
    enablement: inHand,
    titles: [{ in: "reconciliation", when: inHand, group: "navigation@3" }],
  },
  {
    name: "filterPlan",
    title: "Filter Plan…",
    icon: "filter",
    enablement: inHand,
    titles: [
      { in: "reconciliation", when: all(inHand, `!${isFiltered}`), group: "navigation@4" },
      { in: "reconciliation", when: all(inHand, isFiltered), group: "1_plan@3" },
    ],
  },
  {
    name: "clearPlanFilter",
    title: "Clear Filter of Plan",
    icon: "filter-filled",
    enablement: all(inHand, isFiltered),
    titles: [{ in: "reconciliation", when: all(inHand, isFiltered), group: "navigation@4" }],
  },
  {
    name: "explainPerson",
    title: "Explain Person…",
    icon: "question",
    enablement,
    titles: [{ in: "reconciliation", when: enablement, group: "1_plan@2" }],
    items: [{ on: "user|account|change|finding|candidate", groups: ["3_person@1"] }],
  },
  {
    name: "keepValues",
    title: "Keep Values of Target…",
    icon: "pin",
    enablement,
    titles: [{ in: "reconciliation", when: enablement, group: "1_plan@5" }],
    items: [
      { on: "change +keepable", groups: ["1_change@2"] },
      { on: "finding +keepable", groups: ["inline@1", "1_change@1"] },
    ],
  },
  {
    name: "settleDispute",
    title: "Settle Dispute…",
    icon: "law",
    enablement,
    titles: [{ in: "reconciliation", when: enablement, group: "2_links@1" }],
    items: [{ on: "finding +dispute", groups: ["inline@1", "1_change@1"] }],
  },
  {
    name: "linkAccounts",
    title: "Link Accounts…",
    icon: "link",
    enablement,
    titles: [{ in: "reconciliation", when: enablement, group: "2_links@2" }],
    items: [{ on: "finding +suggestion", groups: ["inline@1", "1_change@1"] }],
  },
  {
    name: "unlinkAccounts",
    title: "Unlink Accounts…",
    icon: "debug-disconnect",
    enablement,
    titles: [{ in: "reconciliation", when: enablement, group: "2_links@3" }],
  },
  {
    name: "openLinks",
    title: "Open Links File",
    icon: "list-flat",
    enablement,
    titles: [{ in: "reconciliation", when: enablement, group: "2_links@4" }],
  },
  {
    name: "saveSnapshot",
    title: "Save Snapshot…",
    icon: "save",
    enablement,
    titles: [{ in: "reconciliation", when: enablement, group: "3_snapshots@1" }],
  },
  {
    name: "planFromSnapshot",
    title: "Plan from Snapshot…",
    icon: "history",
    enablement,
    titles: [{ in: "reconciliation", when: enablement, group: "3_snapshots@2" }],
  },
  {
    name: "compareSnapshots",
    title: "Compare Snapshots…",
    icon: "compare-changes",
    enablement: ready,
    titles: [{ in: "reconciliation", when: enablement, group: "3_snapshots@3" }],
  },
  {
    name: "previewPolicy",
    title: "Show What Policy Would Change",
    icon: "beaker",
    enablement: inHand,
    titles: [{ in: "reconciliation", when: inHand, group: "1_plan@3" }],
  },
  {
    name: "openPlan",
    title: "Open Plan…",
    icon: "folder-opened",
    enablement,
    titles: [{ in: "reconciliation", when: enablement, group: "2_file@1" }],
  },
  {
    name: "savePlan",
    title: "Save Plan…",
    icon: "save-as",
    enablement: inHand,
    titles: [{ in: "reconciliation", when: inHand, group: "2_file@2" }],
  },
  {
    name: "applyPlan",
    title: "Apply Plan…",
    icon: "check-all",
    enablement,
    titles: [{ in: "reconciliation", when: enablement, group: "2_file@3" }],
  },
  {
    name: "openPerson",
    title: "Open Person…",
    icon: "person",
    enablement,
    titles: [{ in: "reconciliation", when: enablement, group: "1_plan@4" }],
    items: [{ on: "user|account|change|finding|candidate", groups: ["3_person@2"] }],
  },
];
