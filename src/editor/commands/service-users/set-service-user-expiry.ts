import type { Host } from "../../host.ts";
import { changeServiceUser, chooseForChange } from "../../views/service-users/change.ts";
import { askExpiry, never } from "../../views/service-users/questions.ts";

const title = "Set Expiry of Service User";

/** Sets when a service user expires, or lets it never expire. */
export async function run(host: Host, ...given: readonly unknown[]): Promise<void> {
  const user = await chooseForChange(host, given, title);
  if (user === undefined) return;
  const expiry = await askExpiry(host, { title: `${title}: ${user.name}` });
  if (typeof expiry !== "string") return;
  await changeServiceUser(host, user, { expiry_date: expiry === never ? null : expiry });
}
