import { tableOf } from "../../operation.ts";
import { page, reads } from "../operations/shared.ts";

/** What Agave's file service can do beside the operations of the AgavePy document. */
export const fileOperations = tableOf({
  "files.listPermissions": {
    ...reads,
    path: "/files/v2/pems/system/{systemId}/{filePath}",
    pathParameters: [
      { name: "systemId", type: "string", required: true, help: "The system." },
      {
        name: "filePath",
        type: "string",
        required: true,
        keepsSlashes: true,
        mayBeEmpty: true,
        help: "Below the system's home directory.",
      },
    ],
    query: page,
    gives: "list",
    from: "server",
    help: "Tells who may do what with a file.",
    result: "A list of permissions, the owner's first.",
  },
});
