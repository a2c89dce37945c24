import { asFields, asList, asText, type Fields } from "../../platforms/read.ts";
import type { Prober, Reply } from "./prober.ts";
import { read } from "./row.ts";

const tenants = read("tenants", "/tenants", { anonymous: true });
const oneActor = read("actors.list", "/actors/v2", {
  query: [{ name: "limit", type: "integer", help: "Most actors to answer." }],
});

/** From this version on jobs have the fields of "Aloe"; AgavePy compares the versions as text. */
const aloe = "2.2.22-r7deb380";

/** What is listed, and by which operation. */
const lists = [
  ["apps", "apps.list"],
  ["systems", "systems.list"],
  ["jobs", "jobs.list"],
  ["metadata", "meta.listMetadata"],
  ["notifications", "notifications.list"],
] as const;

/** Probes Agave: whose token it is, its version and its tenants, which services answer, and how they spell their keys. */
export async function probeAgave(prober: Prober): Promise<void> {
  const me = await prober.ask("profiles.get");
  if (!prober.reached(me)) return;
  const profile = asFields(resultOf(me));
  const username = asText(profile?.username);
  prober.accepted(me, username === undefined ? "yes; not told as whom" : `as ${username}`);
  tellVersion(prober, me);
  if (profile !== undefined) tellProfileCase(prober, me, profile);
  for (const [what, operation] of lists) {
    const reply = await prober.ask(operation, { parameters: { limit: 1 } });
    prober.allowed(`may list ${what}`, reply);
    if (what === "systems") await tellRole(prober, reply, username);
  }
  const files = await prober.ask("files.listOnDefaultSystem", { parameters: { filePath: "/", limit: 1 } });
  prober.allowed("may list files of the default system", files);
  await tellActors(prober);
  await tellTenants(prober);
}

function tellVersion(prober: Prober, reply: Reply): void {
  const version = asText(asFields(reply.data)?.version);
  if (version === undefined) {
    prober.found("version", "unknown", "the answer states none", reply);
    return;
  }
  const jobs = version > aloe ? 'the later ones ("Aloe")' : "the classic ones";
  prober.found("version", "yes", `${version}; the fields of jobs are ${jobs}`, reply);
}

function tellProfileCase(prober: Prober, reply: Reply, profile: Fields): void {
  const snake = "first_name" in profile;
  const known = snake || "firstName" in profile;
  const answer = snake ? "first_name" : "firstName";
  prober.found(
    "spelling of profiles",
    known ? "yes" : "unknown",
    known ? answer : "neither of the known ones",
    reply,
  );
}

/** Roles on a system tell what may be written there (ADMIN and OWNER), without writing. */
async function tellRole(prober: Prober, systems: Reply, username: string | undefined): Promise<void> {
  const systemId = asText(asFields(asList(resultOf(systems))?.[0])?.id);
  if (systemId === undefined || username === undefined) return;
  const reply = await prober.ask("systems.getRoleForUser", { parameters: { systemId, username } });
  const result = resultOf(reply);
  const role = asText(asFields(asList(result)?.[0] ?? result)?.role);
  if (role === undefined) prober.allowed(`role on ${systemId}`, reply, "none told");
  else
    prober.found(
      `may change ${systemId}`,
      ["ADMIN", "OWNER"].includes(role) ? "yes" : "no",
      `the role is ${role}`,
      reply,
    );
}

/** With a query Abaco wraps what it lists and counts it, and the key of that count shows its spelling. */
async function tellActors(prober: Prober): Promise<void> {
  const reply = await prober.ask(oneActor, { parameters: { limit: 1 } });
  prober.allowed("may list actors", reply);
  const result = asFields(resultOf(reply));
  const counts = asFields(result?._metadata ?? result?.metadata);
  if (counts === undefined) return;
  const spelling = "totalCount" in counts ? "camel case (totalCount)" : "snake case (total_count)";
  prober.found("spelling of actors", "yes", spelling, reply);
}

async function tellTenants(prober: Prober): Promise<void> {
  const reply = await prober.ask(tenants);
  const names = (asList(resultOf(reply)) ?? []).flatMap((tenant) => asText(asFields(tenant)?.code) ?? []);
  if (names.length > 0) prober.found("tenants", "yes", names.join(", "), reply);
  else prober.found("tenants", "unknown", "the server lists none", reply);
}

function resultOf({ data }: Reply): unknown {
  return asFields(data)?.result;
}
