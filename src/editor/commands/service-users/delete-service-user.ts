import type { Host } from "../../host.ts";
import { chooseResources } from "../../resources/choose.ts";
import { confirmed } from "../../resources/confirmation.ts";
import { readAllAgain } from "../../resources/show-again.ts";
import { workOnEach } from "../../resources/work-on-each.ts";
import { deleteServiceUser } from "../../views/service-users/recreate.ts";
import type { ServiceUserResource } from "../../views/service-users/service-user.ts";

/** Deletes the selected service users after one question that names them. */
export async function run(host: Host, ...given: readonly unknown[]): Promise<void> {
  const users: readonly ServiceUserResource[] = await chooseResources(host, given, "serviceUsers", {
    title: "Delete Service User",
  });
  if (users.length === 0) return;
  const approved = await confirmed(host, users, {
    id: "delete",
    verb: "Delete",
    one: "service user",
    detailOf: ({ name, data }) => `${name} (${data.email})`,
    consequence: "Their tokens stop working at once. This cannot be undone.",
  });
  if (!approved) return;
  await workOnEach(host, {
    items: users,
    nameOf: ({ name }) => name,
    doing: "deleting",
    done: "deleted",
    one: "service user",
    run: async (user, signal) => {
      await deleteServiceUser(host, user, signal);
      host.resources.serviceUsers.replace(user.connection, user.id, undefined);
    },
    show: () => readAllAgain(host, "serviceUsers", users),
  });
}
