import type { Host } from "../../host.ts";
import { showAgain } from "../../resources/show-again.ts";
import { createServiceUser } from "./create.ts";
import { dayText } from "./expiry.ts";
import { askTokenPlace } from "./hand-over.ts";
import { askExpiry, never } from "./questions.ts";
import { type ServiceUserResource, ubiopsClient } from "./service-user.ts";
import { forgetToken } from "./tokens.ts";

const title = "Delete and Recreate Service User";

/** Makes a service user like an expired one, after one question, and deletes the expired one once the new one is there. */
export async function recreateServiceUser(host: Host, user: ServiceUserResource): Promise<void> {
  const { connection, id, name, data } = user;
  const expiry = await askExpiry(host, { title });
  if (typeof expiry !== "string") return;
  const place = await askTokenPlace(host, title);
  if (place === undefined) return;
  const approved = await host.ask.confirm({
    id: "recreate",
    message: `Delete ${name} of ${connection} and recreate it?`,
    detail: `The new one has the same name and CORS origins, and expires ${expiry === never ? "never" : dayText(expiry)}. Its id, e-mail and token are new, and it has no role until one is assigned.\n${data.email} is deleted.`,
    action: "Delete and Recreate",
  });
  if (!approved) return;
  const { allowed_cors_origins: origins = [] } = data;
  const change = {
    ...(data.name ? { name: data.name } : {}),
    ...(origins.length > 0 ? { allowed_cors_origins: origins } : {}),
    ...(expiry === never ? {} : { expiry_date: expiry }),
  };
  await createServiceUser(host, connection, change, place);
  await deleteServiceUser(host, user);
  host.resources.serviceUsers.replace(connection, id, undefined);
  await showAgain(host, "serviceUsers", connection);
}

/** Deletes a service user, and its token where that is kept. One that is gone already counts as deleted. */
export async function deleteServiceUser(
  host: Host,
  user: ServiceUserResource,
  signal?: AbortSignal,
): Promise<void> {
  const client = await ubiopsClient(host, user.connection);
  await client
    .call("service_users_delete", { service_user_id: user.id }, { signal })
    .catch((error: { readonly kind?: unknown }) => {
      if (error.kind !== "notFound") throw error;
    });
  await forgetToken(host, user);
}
