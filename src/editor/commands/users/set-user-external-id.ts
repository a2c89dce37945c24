import type { Host } from "../../host.ts";
import { chooseUsers } from "../../views/users/choose.ts";
import { editAttributes } from "../../views/users/edit-attributes.ts";
import { askExternalId } from "../../views/users/questions.ts";

const title = "Set External Id of User";

/** Sets the id by which another system knows a user, or takes it away. */
export async function run(host: Host, ...given: readonly unknown[]): Promise<void> {
  const [user] = await chooseUsers(host, given, { title });
  if (user === undefined) return;
  const { connection, data } = user;
  const value = data.externalId ?? "";
  const externalId = await askExternalId(host, { title, connection, value, self: user });
  if (typeof externalId === "string")
    await editAttributes(host, user, {
      verb: externalId === "" ? "Take away the external id of" : "Set the external id of",
      action: externalId === "" ? "Take Away" : "Set",
      set: { externalId: externalId === "" ? null : externalId },
    });
}
