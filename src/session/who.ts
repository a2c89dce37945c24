import { userInfo } from "node:os";

/** The name of the user that this process runs as; undefined where the machine does not know one. */
export function whoIsHere(): string | undefined {
  try {
    return userInfo().username;
  } catch {
    return undefined;
  }
}
