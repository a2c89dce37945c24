import { astakosIdentity } from "../../platforms/astakos/identity.ts";
import { type AstakosOperations, operations013, operations014 } from "../../platforms/astakos/operations.ts";
import { asFields, asList } from "../../platforms/read.ts";
import type { Prober, Reply } from "./prober.ts";

const nobody = { uuids: [], displaynames: [] };

/** Probes Astakos: the generation of its addresses, whose token it is, and which of the catalogs it opens. */
export async function probeAstakos(prober: Prober, version: "0.13" | "0.14" | undefined): Promise<void> {
  const older = await prober.ask(operations013.get_services);
  if (!prober.reached(older)) return;
  const newer = await prober.ask(operations014.get_services);
  tellGeneration(prober, older, newer, version ?? "0.13");
  const operations = version === "0.14" ? operations014 : operations013;
  await tellToken(prober, operations);
  prober.found("may write accounts", "no", "Astakos takes no changes of accounts", {
    evidence: "no operation of Astakos changes an account",
  });
}

function tellGeneration(prober: Prober, older: Reply, newer: Reply, configured: string): void {
  const answering = [...(asList(older.data) ? ["0.13"] : []), ...(asList(newer.data) ? ["0.14"] : [])];
  const evidence = `${older.evidence}; ${newer.evidence}`;
  if (answering.length === 0)
    prober.found("generation of addresses", "unknown", "neither that of 0.13 nor of 0.14 answers", {
      evidence,
    });
  else {
    const right = answering.includes(configured);
    const advice = right ? "" : `; set "version": "${answering[0]}"`;
    prober.found("generation of addresses", right ? "yes" : "no", `${answering.join(" and ")}${advice}`, {
      evidence,
    });
  }
}

/** A user's token opens `authenticate` and the users' catalog, a service's the services' catalog alone. */
async function tellToken(prober: Prober, operations: AstakosOperations): Promise<void> {
  const identity = await prober.ask(operations.authenticate);
  const service = await prober.ask(operations.service_user_catalogs, { body: nobody });
  const isService = service.error === undefined;
  prober.accepted(isService ? service : identity, isService ? "as a service" : nameOf(identity));
  const user = await prober.ask(operations.user_catalogs, { body: nobody });
  prober.allowed("may look accounts up", isService ? service : user);
  prober.allowed("may list every account", service);
}

function nameOf({ data }: Reply): string {
  const fields = asFields(data);
  if (fields === undefined) return "yes; not told as whom";
  const { displayname, uuid, tokenExpires } = astakosIdentity(fields);
  const until = tokenExpires ? `, until ${tokenExpires.toISOString()}` : "";
  return `as ${displayname ?? uuid ?? "somebody"}${until}`;
}
