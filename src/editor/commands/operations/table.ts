import type { CommandTable } from "../command.ts";

/** Operations of the palette, what came of them, and texts that are written for a command. */
export const operationCommands: CommandTable = {
  "rollcall.runOperation": () => import("./run-operation.ts"),
  "rollcall.runOperationAgain": () => import("./run-operation-again.ts"),
  "rollcall.retryOperation": () => import("./retry-operation.ts"),
  "rollcall.changeOperation": () => import("./change-operation.ts"),
  "rollcall.copyAnswerSecret": () => import("./copy-answer-secret.ts"),
  "rollcall.handInDraft": () => import("./hand-in-draft.ts"),
  "rollcall.giveUpDraft": () => import("./give-up-draft.ts"),
};
