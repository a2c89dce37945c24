import { usable } from "./clauses.ts";
import type { CommandDeclaration } from "./declaration.ts";

const answer = "resourceScheme == rollcall-call";
const failed = "resource in rollcall.failedCalls";
const secret = "resource in rollcall.answersWithSecrets";
const draft = "resourceScheme == rollcall-draft";

/** Operations of the palette, what came of them, and texts that are written for a command. */
export const operationCommands: readonly CommandDeclaration[] = [
  {
    name: "runOperation",
    title: "Run Operation…",
    icon: "play",
    enablement: usable,
    items: [{ on: "connection", groups: ["2_connection@3"] }],
  },
  {
    name: "runOperationAgain",
    title: "Run Operation Again…",
    icon: "history",
    enablement: usable,
  },
  {
    name: "retryOperation",
    title: "Retry Operation",
    icon: "refresh",
    enablement: failed,
    menus: [{ menu: "editor/title", when: failed, group: "navigation@2" }],
  },
  {
    name: "changeOperation",
    title: "Change and Run Again…",
    icon: "edit",
    enablement: answer,
    menus: [{ menu: "editor/title", when: answer, group: "navigation@3" }],
  },
  {
    name: "copyAnswerSecret",
    title: "Copy Token",
    icon: "key",
    enablement: secret,
    menus: [{ menu: "editor/title", when: secret, group: "navigation@1" }],
  },
  {
    name: "handInDraft",
    title: "Send",
    icon: "send",
    enablement: draft,
    menus: [{ menu: "editor/title", when: draft, group: "navigation@1" }],
  },
  {
    name: "giveUpDraft",
    title: "Discard",
    icon: "close",
    enablement: draft,
    menus: [{ menu: "editor/title", when: draft, group: "navigation@2" }],
  },
];
