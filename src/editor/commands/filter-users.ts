import type { Host } from "../host.ts";
import { applyUsersFilter } from "../views/users/filter.ts";

/** Asks for a SCIM filter and lists the users that it matches. An empty one lists everyone. */
export async function run(host: Host): Promise<void> {
  const { parseFilter } = await import("../../filter/parse.ts");
  const { filterProblem } = await import("../views/users/filter-problem.ts");
  const answer = await host.ask.input({
    id: "filter",
    title: "Filter Users",
    prompt: "A SCIM filter. Empty lists everyone.",
    placeholder: 'emails.value ew "@example.org" and active eq true',
    value: host.users.filter ?? "",
    validate: (text) => (text.trim() === "" ? undefined : filterProblem(text, parseFilter)),
  });
  if (typeof answer === "string") await applyUsersFilter(host, answer.trim() || undefined);
}
