import { asFields, asList, asText } from "../../platforms/read.ts";
import type { Prober } from "./prober.ts";
import { read } from "./row.ts";

const user = read("user_get", "/user");

/** Probes UbiOps: whose token it is, and whether it may list the service users of the project. */
export async function probeUbiops(prober: Prober, project: string | undefined): Promise<void> {
  const who = await prober.ask(user);
  if (!prober.reached(who)) return;
  const email = asText(asFields(who.data)?.email);
  if (project === undefined) {
    if (who.error?.kind === "notFound")
      prober.found(
        "signed in",
        "unknown",
        "the server does not tell, and no project is named to try it on",
        who,
      );
    else prober.accepted(who, email ?? "yes; not told as whom");
    prober.found("may list service users", "unknown", 'name a project: "project" of the connection', {
      evidence: "the configuration names no project",
    });
    return;
  }
  const list = await prober.ask("service_users_list", { parameters: { project_name: project } });
  prober.accepted(
    list.error === undefined || who.error !== undefined ? list : who,
    email ?? "yes; not told as whom",
  );
  const count = asList(list.data)?.length;
  prober.allowed(
    `may list service users of ${project}`,
    list,
    count === undefined ? "yes" : `yes, ${count} of them`,
  );
  prober.found(
    "may write service users",
    "unknown",
    "cannot be told without writing; it takes a role in the project",
    {
      evidence: "no request sent",
    },
  );
}
