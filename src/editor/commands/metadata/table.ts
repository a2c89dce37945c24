import type { CommandTable } from "../command.ts";

/** Metadata of Agave and the schemas for it. */
export const metadataCommands: CommandTable = {
  "rollcall.addMetadata": () => import("./add-metadata.ts"),
  "rollcall.deleteMetadata": () => import("./delete-metadata.ts"),
  "rollcall.browseMetadata": () => import("./browse-metadata.ts"),
  "rollcall.browseMetadataSchemas": () => import("./browse-metadata-schemas.ts"),
  "rollcall.addMetadataSchema": () => import("./add-metadata-schema.ts"),
  "rollcall.deleteMetadataSchema": () => import("./delete-metadata-schema.ts"),
};
