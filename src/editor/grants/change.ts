import type { NamedCall } from "../../platforms/address.ts";
import type { Host } from "../host.ts";
import { allows, connectionAtUrl } from "../resources/consent.ts";
import { openConnection } from "../resources/open.ts";
import { back } from "../ui/ask.ts";
import { withProgress } from "../ui/progress.ts";
import { grantKindOf } from "./kinds.ts";
import { grantsOf, PublicError } from "./list.ts";
import type { Grant, GrantOwner } from "./owner.ts";
import { levelHelp, personName } from "./section.ts";
import { showGrants } from "./show.ts";

/** What stands in questions where somebody has no access. */
export const noAccess = "no access";

/** Who may do what with something; undefined, and the person told, where the platform keeps no grants for it. */
export async function grantsToChange(host: Host, owner: GrantOwner): Promise<readonly Grant[] | undefined> {
  try {
    return await grantsOf(host, owner);
  } catch (error) {
    if (!(error instanceof PublicError)) throw error;
    await tell(host, error.message);
    return undefined;
  }
}

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

/**
 * Gives somebody a level of access after one question that shows what they have and what they will have. Where that changes
 * while the question stands, it is asked anew.
 */
export async function giveAccess(
  host: Host,
  owner: GrantOwner,
  { user, level }: Grant,
  grants: readonly Grant[],
): Promise<void> {
  let present = grants.find((grant) => grant.user === user);
  for (;;) {
    if (present?.fixed || present?.level === level) return tell(host, unchanged(owner, present));
    if (!(await isApproved(host, owner, { user, level }, present?.level))) return;
    const now = await grantOf(host, owner, user);
    if (now?.level === present?.level) break;
    present = now;
  }
  try {
    await withProgress(`changing access to ${owner.name}`, ({ signal }) =>
      send(host, owner, grantKindOf(owner.kind).set(owner.id, { user, level }), signal),
    );
  } finally {
    await showGrants(host, owner);
  }
}

/** Sends a change of the grants of something. */
export async function send(
  host: Host,
  { connection }: GrantOwner,
  { operation, args }: NamedCall,
  signal: AbortSignal,
): Promise<void> {
  const { client } = await openConnection(host.sessions, connection);
  await client.callNamed(operation, args, { signal });
}

/** Tells something that needs no answer. */
export async function tell(host: Host, message: string): Promise<void> {
  await host.ask.offer({ id: "told", level: "information", message, actions: [] });
}

async function grantOf(host: Host, owner: GrantOwner, user: string): Promise<Grant | undefined> {
  return (await grantsOf(host, owner)).find((grant) => grant.user === user);
}

function unchanged(owner: GrantOwner, { user, level, fixed }: Grant): string {
  const person = personName(owner, user);
  if (fixed)
    return `${owner.name} belongs to ${person}: their ${grantKindOf(owner.kind).grant} cannot be changed.`;
  return `${person} has ${level} on ${owner.name} already.`;
}

async function isApproved(
  host: Host,
  owner: GrantOwner,
  { user, level }: Grant,
  before = noAccess,
): Promise<boolean> {
  const person = personName(owner, user);
  const place = await connectionAtUrl(host, owner.connection);
  return allows(host, owner.connection, {
    id: "grant",
    message: `Give ${person} ${level} on the ${grantKindOf(owner.kind).one} ${owner.name} of ${place}?`,
    detail: `${before} → ${level}\n${person} may then ${levelHelp(owner, level)}.`,
    action: "Give Access",
  });
}
