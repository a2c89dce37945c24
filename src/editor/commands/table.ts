import type { Host } from "../host.ts";

/** What a command does. `given` is what the editor hands over: the item it was run on, and all selected items. */
export interface CommandModule {
  run(host: Host, ...given: readonly unknown[]): unknown;
}

/** Every command of the manifest. Each is loaded when it is run for the first time. */
export const commands: Readonly<Record<string, () => Promise<CommandModule>>> = {
  "rollcall.startSandbox": () => import("./start-sandbox.ts"),
  "rollcall.stopSandbox": () => import("./stop-sandbox.ts"),
  "rollcall.addConnection": () => import("./add-connection.ts"),
  "rollcall.signIn": () => import("./sign-in.ts"),
  "rollcall.signOut": () => import("./sign-out.ts"),
  "rollcall.reconcile": () => import("./reconcile.ts"),
  "rollcall.apply": () => import("./apply.ts"),
  "rollcall.resume": () => import("./resume.ts"),
  "rollcall.checkDrift": () => import("./check-drift.ts"),
  "rollcall.includeChange": () => import("./include-change.ts"),
  "rollcall.leaveOutChange": () => import("./leave-out-change.ts"),
  "rollcall.showChange": () => import("./show-change.ts"),
  "rollcall.reviewChanges": () => import("./review-changes.ts"),
  "rollcall.refresh": () => import("./refresh.ts"),
  "rollcall.loadMore": () => import("./load-more.ts"),
  "rollcall.filterUsers": () => import("./filter-users.ts"),
  "rollcall.clearFilter": () => import("./clear-filter.ts"),
  "rollcall.copyId": () => import("./copy-id.ts"),
  "rollcall.copyEmail": () => import("./copy-email.ts"),
  "rollcall.openJson": () => import("./open-json.ts"),
  "rollcall.explainPerson": () => import("./explain-person.ts"),
  "rollcall.openConfiguration": () => import("./open-configuration.ts"),
  "rollcall.showLog": () => import("./show-log.ts"),
  "rollcall.retry": () => import("./retry.ts"),
  "rollcall.showDetails": () => import("./show-details.ts"),
};
