import type { Host } from "../../host.ts";
import { chooseUsers } from "../../views/users/choose.ts";
import { editAttributes } from "../../views/users/edit-attributes.ts";
import { askFreeUserName } from "../../views/users/holders.ts";

const title = "Rename User";

/** Gives a user another user name that nobody else has. */
export async function run(host: Host, ...given: readonly unknown[]): Promise<void> {
  const [user] = await chooseUsers(host, given, { title });
  if (user === undefined) return;
  const { connection, data } = user;
  const value = data.userName ?? "";
  const userName = await askFreeUserName(host, { title, connection, value, self: user });
  if (typeof userName === "string")
    await editAttributes(host, user, { verb: "Rename", action: "Rename", set: { userName } });
}
