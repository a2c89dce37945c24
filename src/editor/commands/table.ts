import type { Host } from "../host.ts";
import { type ResourceViewName, resourceViewNames } from "../resources/catalogue.ts";

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
  "rollcall.loadAll": () => import("./load-all.ts"),
  ...Object.assign({}, ...resourceViewNames.map(viewCommands)),
  "rollcall.copyId": () => import("./copy-id.ts"),
  "rollcall.copyEmail": () => import("./copy-email.ts"),
  "rollcall.copyName": () => import("./copy-name.ts"),
  "rollcall.copyJson": () => import("./copy-json.ts"),
  "rollcall.copyUrl": () => import("./copy-url.ts"),
  "rollcall.copyCurl": () => import("./copy-curl.ts"),
  "rollcall.openJson": () => import("./open-json.ts"),
  "rollcall.createServiceUser": () => import("./create-service-user.ts"),
  "rollcall.renameServiceUser": () => import("./rename-service-user.ts"),
  "rollcall.setServiceUserExpiry": () => import("./set-service-user-expiry.ts"),
  "rollcall.setServiceUserOrigins": () => import("./set-service-user-origins.ts"),
  "rollcall.resetServiceUserToken": () => import("./reset-service-user-token.ts"),
  "rollcall.copyServiceUserToken": () => import("./copy-service-user-token.ts"),
  "rollcall.forgetServiceUserToken": () => import("./forget-service-user-token.ts"),
  "rollcall.recreateServiceUser": () => import("./recreate-service-user.ts"),
  "rollcall.deleteServiceUser": () => import("./delete-service-user.ts"),
  "rollcall.startService": () => import("./start-service.ts"),
  "rollcall.openService": () => import("./open-service.ts"),
  "rollcall.stopService": () => import("./stop-service.ts"),
  "rollcall.runOperation": () => import("./run-operation.ts"),
  "rollcall.runOperationAgain": () => import("./run-operation-again.ts"),
  "rollcall.retryOperation": () => import("./retry-operation.ts"),
  "rollcall.changeOperation": () => import("./change-operation.ts"),
  "rollcall.copyAnswerSecret": () => import("./copy-answer-secret.ts"),
  "rollcall.handInDraft": () => import("./hand-in-draft.ts"),
  "rollcall.giveUpDraft": () => import("./give-up-draft.ts"),
  "rollcall.probeConnection": () => import("./probe-connection.ts"),
  "rollcall.forgetSignIns": () => import("./forget-sign-ins.ts"),
  "rollcall.explainPerson": () => import("./explain-person.ts"),
  "rollcall.openConfiguration": () => import("./open-configuration.ts"),
  "rollcall.showLog": () => import("./show-log.ts"),
  "rollcall.retry": () => import("./retry.ts"),
  "rollcall.showDetails": () => import("./show-details.ts"),
};

/** The commands of a view of resources that put a filter on it, take it off, and choose its order and groups. */
function viewCommands(view: ResourceViewName): Record<string, () => Promise<CommandModule>> {
  const name = `${view[0]?.toUpperCase()}${view.slice(1)}`;
  return {
    [`rollcall.filter${name}`]: async () => {
      const { askFilter } = await import("../resources/filter.ts");
      return { run: (host) => askFilter(host, view) };
    },
    [`rollcall.clear${name}Filter`]: async () => {
      const { applyFilter } = await import("../resources/filter.ts");
      return { run: (host) => applyFilter(host, view, undefined) };
    },
    [`rollcall.arrange${name}`]: async () => {
      const { askArrangement } = await import("../resources/arrange.ts");
      return { run: (host) => askArrangement(host, view) };
    },
  };
}
