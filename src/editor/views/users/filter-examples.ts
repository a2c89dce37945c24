import type { Account } from "../../../identity/account.ts";
import type { FilterExample } from "../../resources/local-filter.ts";

const day = 86_400_000;
const mostDomains = 3;

/** Filters that are of use for users at a moment, in milliseconds since 1970: those of their own domains first, the most frequent before others. */
export function filterExamples(users: readonly Account[], now: number): readonly FilterExample[] {
  const since = new Date(now - 30 * day).toISOString().slice(0, 10);
  return [
    ...domainsOf(users).map((domain) => ({
      filter: `emails.value ew ${JSON.stringify(`@${domain}`)}`,
      finds: `everyone at ${domain}`,
    })),
    { filter: "not (externalId pr)", finds: "those without an external id" },
    { filter: `meta.created gt "${since}T00:00:00Z"`, finds: "those who were created in the last 30 days" },
    { filter: "active eq true", finds: "those who are active" },
  ];
}

function domainsOf(users: readonly Account[]): readonly string[] {
  const addresses = users.flatMap(({ emails }) => emails[0] ?? []).filter((email) => email.includes("@"));
  const byDomain = Map.groupBy(addresses, (email) => email.slice(email.lastIndexOf("@") + 1).toLowerCase());
  return [...byDomain]
    .toSorted(([one, ones], [other, others]) => others.length - ones.length || (one < other ? -1 : 1))
    .map(([domain]) => domain)
    .slice(0, mostDomains);
}
