import type { Host } from "../../host.ts";
import { changeServiceUser, chooseForChange } from "../../views/service-users/change.ts";
import { askOrigins, originsOf } from "../../views/service-users/questions.ts";

const title = "Set CORS Origins of Service User";

/** Replaces the origins whose pages may use a service user. */
export async function run(host: Host, ...given: readonly unknown[]): Promise<void> {
  const user = await chooseForChange(host, given, title);
  if (user === undefined) return;
  const value = user.data.allowed_cors_origins?.join(", ") ?? "";
  const origins = await askOrigins(host, { title, value });
  if (typeof origins === "string")
    await changeServiceUser(host, user, { allowed_cors_origins: originsOf(origins) });
}
