import { type OperationBody, type Parameter, tableOf } from "../../operation.ts";
import { adds, collection, jsonBody, page, reads, removes, sets } from "./shared.ts";

const systemId = {
  name: "systemId",
  type: "string",
  required: true,
  help: "The storage system's id.",
} as const satisfies Parameter;

const filePath = {
  name: "filePath",
  type: "string",
  required: true,
  keepsSlashes: true,
  mayBeEmpty: true,
  help: "The path, relative to the home directory; with a slash in front, from the system's root. Empty for the home directory.",
} as const satisfies Parameter;

const sourcefilePath = { ...filePath, name: "sourcefilePath" } as const satisfies Parameter;

const range = {
  name: "Range",
  type: "string",
  help: "Part of the file, such as bytes=0-1023.",
} as const satisfies Parameter;

const importFields = [
  { name: "fileType", type: "string", help: "The format of the file; the server takes every file as raw." },
  { name: "callbackURL", type: "string", help: "A URL that is told when the file is there." },
  { name: "fileName", type: "string", help: "The file's name on the system, where it is to be another." },
  { name: "urlToIngest", type: "string", help: "A URL to fetch the file from, instead of sending one." },
] as const satisfies readonly Parameter[];

const file = {
  name: "fileToUpload",
  required: false,
  help: "The file to send; urlToIngest is needed without it.",
} as const;

const importBody = {
  encoding: "multipart",
  required: true,
  type: "fileToUpload or urlToIngest",
  file,
} as const;
const toDefault = { ...importBody, fields: importFields } as const satisfies OperationBody;
const toSystem = {
  ...importBody,
  fields: [
    ...importFields,
    { name: "notifications", type: "json", help: "Notifications to add, as a JSON list of url and event." },
  ],
} as const satisfies OperationBody;

const action = jsonBody("FileOperationRequest", { action: "mkdir", path: "results" });
const permission = jsonBody("FilePermissionRequest", {
  username: "mlopez",
  permission: "READ",
  recursive: false,
});

const mediaOnDefault = {
  path: "/files/v2/media/{sourcefilePath}",
  pathParameters: [sourcefilePath],
} as const;
const media = {
  path: "/files/v2/media/system/{systemId}/{filePath}",
  pathParameters: [systemId, filePath],
} as const;
const permissions = {
  path: "/files/v2/pems/system/{systemId}/{filePath}",
  pathParameters: [systemId, filePath],
} as const;

const removal = {
  ...removes,
  result: "Nothing.",
  notes: ["Without the right to do it the server may answer 401, which is no matter of signing in."],
} as const;

const download = {
  ...reads,
  headers: [range],
  answers: "stream",
  result: "The file's bytes as they come.",
  notes: ["Directories cannot be downloaded: the server answers 501."],
} as const;

const upload = {
  ...adds,
  result: "The file and what is being done with it: it is listed once it has been staged.",
  notes: [
    "The directory must exist; a file of the same name is overwritten without a word.",
    "The server answers before the file is in place: follow its history.",
  ],
  ifLost:
    "The file may have arrived and be on its way: read the directory and its history before sending it again.",
} as const;

const manage = {
  ...adds,
  method: "PUT",
  body: action,
  result: "The file or directory; the document says a text.",
  notes: ["Actions: mkdir, rename (a name), copy and move (a path on the same system)."],
  ifLost: "The action may have been done: list the directory before repeating it.",
} as const;

const listing = {
  ...reads,
  query: collection,
  pages: "offset",
  gives: "list",
  result: "A page of files and directories, the directory itself first under the name of a dot.",
  notes: ["The directory itself counts as one of the page.", "The service gives as many as limit asks for."],
} as const;

const history = {
  ...reads,
  query: page,
  pages: "offset",
  gives: "list",
  result: "A page of events, the oldest first.",
} as const;

const grant = {
  ...sets,
  body: permission,
  gives: "one",
  result: "The permission.",
  notes: ["The server answers a list of one, out of which it is taken.", "NONE withdraws it."],
} as const;

/** The operations of Agave's file service, by the names of the AgavePy document. */
export const files = tableOf({
  "files.deleteFromDefaultSystem": {
    ...removal,
    ...mediaOnDefault,
    help: "Deletes a file or directory on your default system.",
  },
  "files.downloadFromDefaultSystem": {
    ...download,
    ...mediaOnDefault,
    help: "Downloads a file from your default system.",
  },
  "files.importToDefaultSystem": {
    ...upload,
    ...mediaOnDefault,
    body: toDefault,
    help: "Uploads a file into a directory of your default system, or has it fetched from a URL.",
  },
  "files.manageOnDefaultSystem": {
    ...manage,
    ...mediaOnDefault,
    help: "Makes a directory, or renames, copies or moves, on your default system.",
  },
  "files.delete": { ...removal, ...media, help: "Deletes a file or directory." },
  "files.download": { ...download, ...media, help: "Downloads a file." },
  "files.importData": {
    ...upload,
    ...media,
    body: toSystem,
    help: "Uploads a file into a directory, or has it fetched from a URL.",
  },
  "files.manage": { ...manage, ...media, help: "Makes a directory, or renames, copies or moves." },
  "files.listOnDefaultSystem": {
    ...listing,
    path: "/files/v2/listings/{filePath}",
    pathParameters: [filePath],
    help: "Lists a directory of your default system.",
  },
  "files.list": {
    ...listing,
    path: "/files/v2/listings/system/{systemId}/{filePath}",
    pathParameters: [systemId, filePath],
    help: "Lists a directory.",
  },
  "files.getHistoryOnDefaultSystem": {
    ...history,
    path: "/files/v2/history/{filePath}",
    pathParameters: [filePath],
    help: "Tells what has been done with a file on your default system.",
  },
  "files.getHistory": {
    ...history,
    path: "/files/v2/history/system/{systemId}/{filePath}",
    pathParameters: [systemId, filePath],
    help: "Tells what has been done with a file.",
  },
  "files.updatePermissionsOnDefaultSystem": {
    ...grant,
    path: "/files/v2/pems/{filePath}",
    pathParameters: [filePath],
    help: "Gives a user a permission on a file of your default system, in place of the present one.",
  },
  "files.deletePermissions": {
    ...removes,
    ...permissions,
    query: [{ name: "recursive", type: "boolean", help: "Below a directory too." }],
    help: "Withdraws all permissions on a file but the owner's.",
    result: "Nothing.",
  },
  "files.updatePermissions": {
    ...grant,
    ...permissions,
    help: "Gives a user a permission on a file, in place of the present one.",
  },
});
