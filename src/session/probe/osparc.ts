import { asFields, asList, asText } from "../../platforms/read.ts";
import type { Prober, Reply } from "./prober.ts";
import { read } from "./row.ts";

const health = read("root_get", "/", { answers: "text" });
const runningServices = read("running_interactive_services", "/running_interactive_services");

/** Probes an oSPARC director: its version, its generation, and what it offers. It asks nobody to sign in. */
export async function probeOsparc(prober: Prober): Promise<void> {
  const root = await prober.ask(health);
  if (!prober.reached(root)) return;
  prober.signedIn = true;
  prober.found("signed in", "yes", "nobody has to: the director asks for no credentials", root);
  tellVersion(prober, root);
  const services = await prober.ask("services_get");
  prober.allowed("may list services", services, servicesCounted(services));
  const running = await prober.ask(runningServices);
  const old = running.error?.status === 404 || running.error?.status === 405;
  prober.found(
    "lists running services",
    old ? "no" : "yes",
    old
      ? "a running service is found by its uuid alone"
      : "it does, for a user and a project, as directors from December 2019 on do",
    running,
  );
  prober.found("may start and stop services", "yes", "whoever reaches the director may", {
    evidence: "the director takes no credentials",
  });
}

function tellVersion(prober: Prober, root: Reply): void {
  const text = asText(root.data) ?? "";
  const status = asFields(asFields(parsed(text))?.data);
  if (status === undefined) {
    const verdict = /health_check@/.test(text) ? "yes" : "unknown";
    prober.found(
      "version",
      verdict,
      "not stated; a director that answers in plain text is a later one",
      root,
    );
    return;
  }
  const [name, version, api] = [status.name, status.version, status.api_version].map(asText);
  prober.found("version", "yes", `${name ?? "director"} ${version ?? "?"}, API ${api ?? "?"}`, root);
}

function servicesCounted({ data }: Reply): string {
  const services = asList(asFields(data)?.data) ?? asList(data) ?? [];
  const dynamic = services.filter((service) => asFields(service)?.type === "dynamic").length;
  return `yes, ${dynamic} interactive and ${services.length - dynamic} computational`;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
