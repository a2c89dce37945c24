import { usable } from "./clauses.ts";
import type { CommandDeclaration } from "./declaration.ts";

const found = "+resource";
const part = "metadata|notification";

/** What all items of some kind have, whatever they stand for. */
export const itemCommands: readonly CommandDeclaration[] = [
  {
    name: "loadMore",
    title: "Load More",
    icon: "ellipsis",
    enablement: usable,
    items: [{ on: "more", groups: ["1_more@1"] }],
  },
  {
    name: "loadAll",
    title: "Load All",
    icon: "fold-down",
    enablement: usable,
    items: [{ on: "more", groups: ["inline@1", "1_more@2"] }],
  },
  {
    name: "openJson",
    title: "Open as JSON",
    icon: "json",
    enablement: usable,
    items: [{ on: [found, "account|summary|run", part], groups: ["4_open@1"] }],
  },
  {
    name: "edit",
    title: "Edit as JSON…",
    icon: "edit",
    enablement: usable,
    items: [
      { on: "+editable", groups: ["4_open@2"] },
      { on: "metadata|notification +editable", groups: ["inline@1"] },
    ],
  },
  {
    name: "copyId",
    title: "Copy Id",
    icon: "copy",
    enablement: usable,
    items: [{ on: [found, "account|runningService", "change +id", part], groups: ["5_copy@1"] }],
  },
  {
    name: "copyName",
    title: "Copy Name",
    icon: "copy",
    enablement: usable,
    items: [{ on: found, groups: ["5_copy@3"] }],
  },
  {
    name: "copyJson",
    title: "Copy as JSON",
    icon: "json",
    enablement: usable,
    items: [{ on: [found, "account", part], groups: ["5_copy@4"] }],
  },
  {
    name: "copyUrl",
    title: "Copy URL",
    icon: "link",
    enablement: usable,
    items: [{ on: [found, "runningService +address"], groups: ["5_copy@5"] }],
  },
  {
    name: "copyCurl",
    title: "Copy as curl Command",
    icon: "terminal",
    enablement: usable,
    items: [{ on: found, groups: ["5_copy@6"] }],
  },
  {
    name: "retry",
    title: "Retry",
    icon: "refresh",
    enablement: usable,
    items: [{ on: "failure", groups: ["inline@1", "1_failure@1"] }],
  },
  {
    name: "showDetails",
    title: "Show Details",
    icon: "info",
    enablement: usable,
    items: [{ on: "failure", groups: ["inline@3", "1_failure@3"] }],
  },
];
