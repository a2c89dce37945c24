import type { Host } from "../../host.ts";
import { chooseUsers } from "../../views/users/choose.ts";
import { editAttributes } from "../../views/users/edit-attributes.ts";
import { askDisplayName } from "../../views/users/questions.ts";

const title = "Edit Display Name of User";

/** Gives a user another display name. */
export async function run(host: Host, ...given: readonly unknown[]): Promise<void> {
  const [user] = await chooseUsers(host, given, { title });
  if (user === undefined) return;
  const { connection, data } = user;
  const value = data.displayName ?? "";
  const displayName = await askDisplayName(host, { title, connection, value, self: user });
  if (typeof displayName === "string")
    await editAttributes(host, user, {
      verb: "Change the display name of",
      action: "Change",
      set: { displayName },
    });
}
