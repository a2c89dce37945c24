import type { NamedCall } from "../../platforms/address.ts";
import type { Host } from "../host.ts";
import { describeProblem } from "../problem.ts";
import { allows } from "../resources/consent.ts";
import { openConnection } from "../resources/open.ts";
import { back } from "../ui/ask.ts";
import { withProgress } from "../ui/progress.ts";
import { grantKindOf } from "./kinds.ts";
import type { Grant, GrantOwner } from "./owner.ts";
import { grantsOf, levelHelp } from "./section.ts";
import { showGrants } from "./show.ts";

/** Asks for a level; the one that is had already is marked. */
export async function askLevel(
  host: Host,
  title: string,
  owner: GrantOwner,
  present?: string,
): Promise<string | undefined> {
  const answer = await host.ask.pick({
    id: "level",
    title,
    placeholder: `What may they do with ${owner.name}?`,
    choices: grantKindOf(owner.kind).levels.map(({ id, help }) => ({
      id,
      label: id,
      description: id === present ? `${help} · as it is now` : help,
    })),
  });
  return answer === back ? undefined : answer;
}

/** Gives somebody a level of access after one question that shows what they have and what they will have. */
export async function giveAccess(host: Host, owner: GrantOwner, { user, level }: Grant): Promise<void> {
  const before = (await grantsOf(host, owner)).find((grant) => grant.user === user)?.level;
  if (before === level) {
    const message = `${user} has ${level} on ${owner.name} already.`;
    await host.ask.offer({ id: "same", level: "information", message, actions: [] });
    return;
  }
  const approved = await allows(host, owner.connection, {
    id: "grant",
    message: `Give ${user} ${level} on the ${grantKindOf(owner.kind).one} ${owner.name} of ${owner.connection}?`,
    detail: [
      `${before ?? "no access"} → ${level}`,
      `${user} may then ${levelHelp(owner, level) ?? level}.`,
    ].join("\n"),
    action: "Give Access",
  });
  if (!approved) return;
  try {
    await send(host, owner, grantKindOf(owner.kind).set(owner.id, { user, level }));
  } finally {
    await showGrants(host, owner);
  }
}

/** Sends a change of the grants of something. */
export async function send(
  host: Host,
  { connection, name }: GrantOwner,
  { operation, args }: NamedCall,
  signal?: AbortSignal,
): Promise<void> {
  const { client } = await openConnection(host.sessions, connection);
  if (signal !== undefined) {
    await client.callNamed(operation, args, { signal });
    return;
  }
  await withProgress(`changing access to ${name}`, (options) =>
    client.callNamed(operation, args, { signal: options.signal }),
  );
}

/** What is known of a user name: whether the platform has such a person, or undefined where it does not say. */
export async function isPerson(
  host: Host,
  connection: string,
  username: string,
): Promise<boolean | undefined> {
  const { client } = await openConnection(host.sessions, connection);
  try {
    await client.callNamed("profiles.listByUsername", { username });
    return true;
  } catch (error) {
    return describeProblem(error).kind === "notFound" ? false : undefined;
  }
}
