import type { ServiceUserChange } from "../../../platforms/ubiops/answers.ts";
import type { Host } from "../../host.ts";
import { viewIdOf } from "../../identifiers.ts";
import { readAgain } from "../../resources/show-again.ts";
import { withViewProgress } from "../../ui/progress.ts";
import { handOver, type TokenPlace } from "./hand-over.ts";
import { serviceUserName, ubiopsClient } from "./service-user.ts";

/** Makes a service user and puts its token where it was wanted. The list is read again in any case, also where the answer was lost. */
export async function createServiceUser(
  host: Host,
  connection: string,
  data: ServiceUserChange,
  place: TokenPlace,
): Promise<void> {
  const client = await ubiopsClient(host, connection);
  try {
    const { token, ...user } = await withViewProgress(viewIdOf("serviceUsers"), () =>
      client.call("service_users_create", { data }),
    );
    await handOver(host, { connection, id: user.id, name: serviceUserName(user) }, token, place);
  } finally {
    await readAgain(host, "serviceUsers", connection);
  }
}
