import type { Host } from "../../host.ts";
import { chooseResources } from "../../resources/choose.ts";
import { recreateServiceUser } from "../../views/service-users/recreate.ts";
import { isExpired, type ServiceUserResource } from "../../views/service-users/service-user.ts";

/** Makes a service user in place of one that has expired. */
export async function run(host: Host, ...given: readonly unknown[]): Promise<void> {
  const [user]: readonly ServiceUserResource[] = await chooseResources(host, given, "serviceUsers", {
    title: "Delete and Recreate Service User",
    eligible: {
      test: isExpired,
      none: "No service user has expired. The others can be changed as they are.",
    },
  });
  if (user !== undefined) await recreateServiceUser(host, user);
}
