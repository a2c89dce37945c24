import type { CommandTable } from "../command.ts";

/** Actors of Agave. */
export const actorCommands: CommandTable = {
  "rollcall.registerActor": () => import("./register-actor.ts"),
  "rollcall.sendMessage": () => import("./send-message.ts"),
  "rollcall.openExecutionLog": () => import("./open-execution-log.ts"),
  "rollcall.getExecutionResult": () => import("./get-execution-result.ts"),
  "rollcall.showActorMessage": () => import("./show-actor-message.ts"),
  "rollcall.addWorkers": () => import("./add-workers.ts"),
  "rollcall.removeWorker": () => import("./remove-worker.ts"),
  "rollcall.createNonce": () => import("./create-nonce.ts"),
  "rollcall.copyNonce": () => import("./copy-nonce.ts"),
  "rollcall.deleteNonce": () => import("./delete-nonce.ts"),
  "rollcall.pullActorImage": () => import("./pull-actor-image.ts"),
  "rollcall.deleteActor": () => import("./delete-actor.ts"),
};
