import { contextKeys } from "../identifiers.ts";
import { all, filtered, ready } from "./clauses.ts";
import type { CommandDeclaration } from "./declaration.ts";

const enablement = all(ready, `${contextKeys.reconciliation} != noPolicy`);
const planned = all(ready, `${contextKeys.reconciliation} == plan`);
const unfinished = all(ready, `${contextKeys.reconciliation} == unfinished`);
const inHand = all(ready, contextKeys.planInHand);
const isFiltered = filtered("reconciliation");

/** The plan, its changes, and runs. */
export const reconciliationCommands: readonly CommandDeclaration[] = [
  {
    name: "reconcile",
    title: "Reconcile Identities",
    icon: "git-compare",
    enablement,
    titles: [{ in: "reconciliation", when: enablement, group: "navigation@1" }],
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
    name: "resume",
    title: "Resume Interrupted Run",
    icon: "debug-continue",
    enablement,
    palette: unfinished,
    titles: [{ in: "reconciliation", when: unfinished, group: "navigation@2" }],
    items: [{ on: "run +unfinished", groups: ["inline@1"] }],
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
