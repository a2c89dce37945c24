import type { CommandTable } from "../command.ts";

/** Metadata of Agave. */
export const metadataCommands: CommandTable = {
  "rollcall.addMetadata": () => import("./add-metadata.ts"),
  "rollcall.deleteMetadata": () => import("./delete-metadata.ts"),
  "rollcall.browseMetadata": () => import("./browse-metadata.ts"),
};
