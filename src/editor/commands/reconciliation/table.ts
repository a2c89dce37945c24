import type { CommandTable } from "../command.ts";

/** The plan, its changes, and runs. */
export const reconciliationCommands: CommandTable = {
  "rollcall.reconcile": () => import("./reconcile.ts"),
  "rollcall.apply": () => import("./apply.ts"),
  "rollcall.resume": () => import("./resume.ts"),
  "rollcall.checkDrift": () => import("./check-drift.ts"),
  "rollcall.includeChange": () => import("./include-change.ts"),
  "rollcall.leaveOutChange": () => import("./leave-out-change.ts"),
  "rollcall.showChange": () => import("./show-change.ts"),
  "rollcall.reviewChanges": () => import("./review-changes.ts"),
  "rollcall.filterPlan": () => import("./filter-plan.ts"),
  "rollcall.clearPlanFilter": () => import("./clear-plan-filter.ts"),
  "rollcall.openPlan": () => import("./open-plan.ts"),
  "rollcall.savePlan": () => import("./save-plan.ts"),
  "rollcall.applyPlan": () => import("./apply-plan.ts"),
  "rollcall.openPerson": () => import("./open-person.ts"),
  "rollcall.explainPerson": () => import("./explain-person.ts"),
  "rollcall.keepValues": () => import("./keep-values.ts"),
  "rollcall.settleDispute": () => import("./settle-dispute.ts"),
  "rollcall.linkAccounts": () => import("./link-accounts.ts"),
  "rollcall.unlinkAccounts": () => import("./unlink-accounts.ts"),
  "rollcall.openLinks": () => import("./open-links.ts"),
  "rollcall.saveSnapshot": () => import("./save-snapshot.ts"),
  "rollcall.planFromSnapshot": () => import("./plan-from-snapshot.ts"),
  "rollcall.compareSnapshots": () => import("./compare-snapshots.ts"),
  "rollcall.previewPolicy": () => import("./preview-policy.ts"),
};
