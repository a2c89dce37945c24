import type { Host } from "../../host.ts";
import type { ResourceSubject } from "../../resources/resource.ts";
import { chooseSubjects } from "../../tree/choose.ts";
import { reactivateUsers } from "../../views/users/activity.ts";
import type { UserResource } from "../../views/users/user.ts";

/** Reactivates the selected users; hidden ones are chosen among those that were seen before. */
export async function run(host: Host, ...given: readonly unknown[]): Promise<void> {
  const users = await chooseSubjects<ResourceSubject & UserResource>(host, given, {
    kind: "resource",
    title: "Reactivate User",
    view: "users",
    path: ["user"],
    flag: "inactive",
    none: "No deactivated user is known. Servers that hide them show none: Rollcall knows those that it has seen, once the users were reconciled or listed to the end.",
  });
  if (users.length > 0) await reactivateUsers(host, users);
}
