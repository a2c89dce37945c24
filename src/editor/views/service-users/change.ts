import type { ServiceUserChange } from "../../../platforms/ubiops/answers.ts";
import type { Host } from "../../host.ts";
import { viewIdOf } from "../../identifiers.ts";
import { chooseResources } from "../../resources/choose.ts";
import { showAgain } from "../../resources/show-again.ts";
import { withViewProgress } from "../../ui/progress.ts";
import { isExpired, type ServiceUserResource, ubiopsClient } from "./service-user.ts";

/**
 * The one service user that a command was run on or that is picked, for a change. Where it has expired, nothing of it can be changed:
 * the person is offered to delete and recreate it, and nothing is answered.
 */
export async function chooseForChange(
  host: Host,
  given: readonly unknown[],
  title: string,
): Promise<ServiceUserResource | undefined> {
  const [user] = (await chooseResources(host, given, "serviceUsers", {
    title,
  })) as readonly ServiceUserResource[];
  if (user === undefined || !isExpired(user)) return user;
  const recreate = "Delete and Recreate…";
  const answer = await host.ask.offer({
    id: "expired",
    level: "warning",
    message: `${user.name} has expired, and UbiOps changes nothing of expired service users. It can be deleted and recreated, with a new id, e-mail and token.`,
    actions: [recreate],
  });
  if (answer === recreate) {
    const { recreateServiceUser } = await import("./recreate.ts");
    await recreateServiceUser(host, user);
  }
  return undefined;
}

/** Changes a service user and shows it as it is then. */
export async function changeServiceUser(
  host: Host,
  user: ServiceUserResource,
  data: ServiceUserChange,
): Promise<void> {
  const { connection, id } = user;
  const client = await ubiopsClient(host, connection);
  await withViewProgress(viewIdOf("serviceUsers"), async () => {
    await client.call("service_users_update", { service_user_id: id, data });
    await host.resources.serviceUsers.reread(connection, id);
  });
  await showAgain(host, "serviceUsers", connection);
}
