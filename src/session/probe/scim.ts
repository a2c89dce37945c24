import { asCount, asFields, asList, asText, type Fields } from "../../platforms/read.ts";
import type { Prober, Reply } from "./prober.ts";
import { read } from "./row.ts";

const accept = "application/scim+json";
const serviceProviderConfig = read("ServiceProviderConfig", "/ServiceProviderConfig", { accept });

/** The features that a SCIM server states of itself (RFC 7643 section 5), by their names there. */
const features = ["patch", "filter", "sort", "etag", "bulk", "changePassword"] as const;

/** Probes a SCIM 2.0 server: its ServiceProviderConfig, and whether its users can be listed. */
export async function probeScim(prober: Prober): Promise<void> {
  const users = await prober.ask("list_users", { parameters: { count: 1 } });
  if (!prober.reached(users)) return;
  prober.accepted(users, "yes; SCIM does not tell as whom");
  prober.allowed("may list users", users, usersCounted(users));
  await tellProviderConfig(prober);
  await tellFolding(prober, "list_users", users);
  prober.found("may write users", "unknown", "cannot be told without writing", {
    evidence: "no request sent",
  });
}

/** Keeps what the server's ServiceProviderConfig says, or that it has none. */
export async function tellProviderConfig(prober: Prober): Promise<void> {
  const reply = await prober.ask(serviceProviderConfig);
  const config = asFields(reply.data);
  if (config === undefined) {
    prober.found("ServiceProviderConfig", "no", "the server does not state what it supports", reply);
    return;
  }
  const texts = features.map((feature) => `${feature} ${featureText(asFields(config[feature]))}`);
  prober.found("ServiceProviderConfig", "yes", texts.join(", "), reply);
}

/** Keeps whether the server's filters tell capitals from small letters, tried on the user name of one user. */
export async function tellFolding(prober: Prober, operation: string, users: Reply): Promise<void> {
  const question = "filters fold case";
  const userName = asText(firstOf(users.data)?.userName);
  const other = userName && swappedCase(userName);
  if (userName === undefined || other === undefined || other === userName) {
    prober.found(question, "unknown", "there is no user name to try it on", users);
    return;
  }
  const filter = `userName eq ${JSON.stringify(other)}`;
  const reply = await prober.ask(operation, { parameters: { filter, count: 1 } });
  if (reply.error !== undefined) prober.found(question, "unknown", reply.error.text, reply);
  else if (firstOf(reply.data) === undefined)
    prober.found(question, "no", "user names are compared with their capitals", reply);
  else prober.found(question, "yes", "user names are found in any case", reply);
}

/** How many users a list states, in words. */
export function usersCounted({ data }: Reply): string {
  const total = asCount(asFields(data)?.totalResults);
  return total === undefined ? "yes" : `yes, ${total} of them`;
}

function firstOf(list: unknown): Fields | undefined {
  return asFields(asList(asFields(list)?.Resources)?.[0]);
}

function featureText(feature: Fields | undefined): string {
  if (feature?.supported === true) {
    const most = asCount(feature.maxResults) ?? asCount(feature.maxOperations);
    return most === undefined ? "yes" : `yes (at most ${most})`;
  }
  return feature?.supported === false ? "no" : "not stated";
}

function swappedCase(text: string): string {
  return [...text]
    .map((letter) => (letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase()))
    .join("");
}
