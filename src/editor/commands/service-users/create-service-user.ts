import type { Host } from "../../host.ts";
import { choosePlatformConnection } from "../../resources/choose.ts";
import { askSteps } from "../../ui/steps.ts";
import { createServiceUser } from "../../views/service-users/create.ts";
import { askTokenPlace } from "../../views/service-users/hand-over.ts";
import { askExpiry, askName, askOrigins, never, originsOf } from "../../views/service-users/questions.ts";

const title = "Create Service User";

/** Asks for a name, an expiry and CORS origins, makes the service user, and hands its token over. */
export async function run(host: Host, ...given: readonly unknown[]): Promise<void> {
  const connection = await choosePlatformConnection(host, given, "serviceUsers", title);
  if (connection === undefined) return;
  const asked = (step: number) => ({ title, step: { title, step, of: 3 } });
  const answers = await askSteps([
    () => askName(host, asked(1)),
    () => askExpiry(host, asked(2)),
    () => askOrigins(host, asked(3)),
  ]);
  if (answers === undefined) return;
  const [name = "", expiry = never, origins = ""] = answers;
  const place = await askTokenPlace(host, title);
  if (place === undefined) return;
  const allowed = originsOf(origins);
  const data = {
    name: name.trim(),
    ...(expiry === never ? {} : { expiry_date: expiry }),
    ...(allowed.length > 0 ? { allowed_cors_origins: allowed } : {}),
  };
  await createServiceUser(host, connection.name, data, place);
}
