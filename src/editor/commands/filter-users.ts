import type { Host } from "../host.ts";
import { applyUsersFilter } from "../views/users/filter.ts";
import { filterRemark } from "../views/users/filter-remark.ts";

/** Asks for a SCIM filter and lists the users that it matches. An empty one lists everyone. */
export async function run(host: Host): Promise<void> {
  const answer = await host.ask.input({
    id: "filter",
    title: "Filter Users",
    prompt: "A SCIM filter. Empty lists everyone.",
    placeholder: 'emails.value ew "@example.org" and active eq true',
    value: host.users.filter ?? "",
    validate: (text) => (text.trim() === "" ? undefined : filterRemark(text)),
  });
  if (typeof answer === "string") await applyUsersFilter(host, answer.trim() || undefined);
}
