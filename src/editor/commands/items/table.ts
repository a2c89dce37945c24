import type { CommandTable } from "../command.ts";

/** What all items of some kind have, whatever they stand for. */
export const itemCommands: CommandTable = {
  "rollcall.refresh": () => import("./refresh.ts"),
  "rollcall.loadMore": () => import("./load-more.ts"),
  "rollcall.loadAll": () => import("./load-all.ts"),
  "rollcall.copyId": () => import("./copy-id.ts"),
  "rollcall.copyName": () => import("./copy-name.ts"),
  "rollcall.copyJson": () => import("./copy-json.ts"),
  "rollcall.copyUrl": () => import("./copy-url.ts"),
  "rollcall.copyCurl": () => import("./copy-curl.ts"),
  "rollcall.edit": () => import("./edit.ts"),
  "rollcall.openJson": () => import("./open-json.ts"),
  "rollcall.retry": () => import("./retry.ts"),
  "rollcall.showDetails": () => import("./show-details.ts"),
};
