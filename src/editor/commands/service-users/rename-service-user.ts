import type { Host } from "../../host.ts";
import { changeServiceUser, chooseForChange } from "../../views/service-users/change.ts";
import { askName } from "../../views/service-users/questions.ts";

const title = "Rename Service User";

/** Gives a service user another name. */
export async function run(host: Host, ...given: readonly unknown[]): Promise<void> {
  const user = await chooseForChange(host, given, title);
  if (user === undefined) return;
  const name = await askName(host, { title, value: user.data.name ?? "" });
  if (typeof name === "string") await changeServiceUser(host, user, { name: name.trim() });
}
