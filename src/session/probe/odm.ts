import { asCount, asFields } from "../../platforms/read.ts";
import type { Prober } from "./prober.ts";
import { read } from "./row.ts";
import { tellFolding, tellProviderConfig, usersCounted } from "./scim.ts";

const groups = read("Groups", "/Groups", {
  accept: "application/scim+json",
  query: [{ name: "count", type: "integer", help: "Most groups wanted." }],
});

/**
 * Probes Genestack ODM. Every operation on users needs the permission "Manage organization", so that who may list users may write them;
 * groups are shown to everybody, their own ones at least.
 */
export async function probeOdm(prober: Prober): Promise<void> {
  const users = await prober.ask("find_users", { parameters: { count: 1 } });
  if (!prober.reached(users)) return;
  prober.accepted(users, "yes; ODM does not tell as whom");
  prober.allowed("may list users", users, usersCounted(users));
  const manages = users.error === undefined;
  prober.found(
    "may write users",
    manages ? "yes" : users.error.kind === "forbidden" ? "no" : "unknown",
    manages
      ? 'yes: creating, changing and deactivating take the same permission, "Manage organization"'
      : "the permission that listing users takes is needed",
    users,
  );
  const shown = await prober.ask(groups, { parameters: { count: 1 } });
  const total = asCount(asFields(shown.data)?.totalResults);
  prober.allowed("may list groups", shown, total === undefined ? "yes" : `yes, ${total} of them`);
  await tellProviderConfig(prober);
  await tellFolding(prober, "find_users", users);
}
