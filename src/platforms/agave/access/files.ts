import type { PermissionCalls } from "./calls.ts";
import { permissionsIn } from "./permissions.ts";

const separator = "/";

/** The system and the path of a file that is written `system/path`. */
function placeOf(file: string) {
  const end = file.indexOf(separator);
  return { systemId: file.slice(0, end), filePath: file.slice(end + 1) };
}

/** How the permissions on a file are read, given and taken. A permission is withdrawn by giving `NONE`: the service has no other way for one user. */
export const fileCalls: PermissionCalls = {
  paged: true,
  list: (file) => ({ operation: "files.listPermissions", args: placeOf(file) }),
  read: permissionsIn,
  set: (file, { user, level }) => give(file, user, level),
  remove: (file, user) => give(file, user, "NONE"),
};

function give(file: string, username: string, permission: string) {
  const body = { username, permission, recursive: false };
  return { operation: "files.updatePermissions", args: { ...placeOf(file), body } };
}
