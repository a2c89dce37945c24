import type { AccessReading, Grant } from "../../../src/identity/access.ts";
import type { Account } from "../../../src/identity/account.ts";
import type { Change, Plan } from "../../../src/identity/plan.ts";
import type { KnownAgreement, KnownLink, World } from "../../../src/identity/world.ts";
import { agreedIn, settledBy } from "../../../src/reconcile/settled.ts";
import { odmAccount } from "./worlds.ts";

/**
 * The world after a plan was carried out to the letter, by the target and where access is given, and what was linked and agreed on was
 * remembered. What the policy leaves to a person is left out, unless it is taken in.
 */
export function afterApplying(world: World, plan: Plan, take: "asked" | "certain" = "certain"): World {
  const shown = new Map(world.target.accounts.map((account) => [account.id, account]));
  const hidden = new Map(world.hidden.map((account) => [account.id, account]));
  const links = new Map(world.links.map((link) => [`${link.targetId} ${link.connection}`, link]));
  const remember = (targetId: string, made: Change["links"]) => {
    for (const { connection, id } of made) {
      for (const [key, link] of links)
        if (link.connection === connection && link.id === id) links.delete(key);
      const link: KnownLink = { targetId, connection, id, evidence: "linked in run 2" };
      links.set(`${targetId} ${connection}`, link);
    }
  };
  const agreed = new Map(world.agreed.map((each) => [agreementKey(each), each]));
  for (const each of agreedIn(plan)) agreed.set(agreementKey(each), each);
  plan.changes.forEach((change, index) => {
    if (change.grant) return;
    if (change.ask && take === "certain") return;
    const id = change.target.id ?? `new-${index}-${shown.size + hidden.size}`;
    const account = changed(shown.get(id) ?? hidden.get(id), id, change);
    hidden.delete(id);
    shown.delete(id);
    (account.active ? shown : hidden).set(id, account);
    remember(id, change.links);
    for (const each of settledBy(change.set, id))
      if (plan.undoes === undefined) agreed.set(agreementKey(each), each);
      else agreed.delete(agreementKey(each));
  });
  for (const { targetId, links: made } of plan.links) remember(targetId, made);
  return {
    ...world,
    target: { ...world.target, accounts: [...shown.values()] },
    hidden: [...hidden.values()],
    links: [...links.values()],
    access: (world.access ?? []).map((reading) => accessAfter(reading, plan)),
    agreed: [...agreed.values()],
  };
}

function agreementKey({ targetId, attribute }: KnownAgreement): string {
  return `${targetId} ${attribute}`;
}

function accessAfter(reading: AccessReading, { changes }: Plan): AccessReading {
  const grants = new Map(reading.grants.map((grant) => [grantKey(grant), grant]));
  for (const { action, grant } of changes) {
    if (grant?.connection !== reading.connection) continue;
    if (action === "revoke") grants.delete(grantKey(grant));
    else grants.set(grantKey(grant), grant);
  }
  return { ...reading, grants: [...grants.values()] };
}

/** Names what somebody has a permission on, whatever the permission. */
export function grantKey({ connection, account, kind, resource }: Grant): string {
  return JSON.stringify([connection, account, kind, resource]);
}

function changed(account: Account | undefined, id: string, { set }: Change): Account {
  const value = (attribute: string) => {
    const to = set[attribute]?.to;
    return typeof to === "string" ? to : undefined;
  };
  const emails = set.emails?.to;
  return odmAccount({
    id,
    userName: value("userName") ?? account?.userName ?? "",
    displayName: value("displayName") ?? account?.displayName ?? "",
    externalId: set.externalId?.to === null ? undefined : (value("externalId") ?? account?.externalId),
    email: (Array.isArray(emails) ? emails[0]?.value : account?.emails[0]) ?? "",
    active: set.active ? set.active.to === true : (account?.active ?? true),
  });
}
