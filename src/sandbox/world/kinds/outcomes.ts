import { type Accounts, fullName } from "../records.ts";
import type { Outcome, TruthAction, TruthSet, TruthSituation } from "../truth.ts";
import type { Expectation } from "./kind.ts";

/** A situation, the action that the sample policy takes and what it sets. */
export function outcome(situation: TruthSituation, action: TruthAction, set: TruthSet = {}): Outcome {
  return { situation, action, set };
}

/** One entry whose outcome does not depend on memory. */
export function always(accounts: Accounts, one: Outcome): readonly Expectation[] {
  return [{ accounts, memory: one, withoutMemory: one }];
}

/** One entry of somebody who is in step. */
export function inStep(accounts: Accounts): readonly Expectation[] {
  return [{ accounts, memory: outcome("confirmed", "none"), withoutMemory: outcome("found", "none") }];
}

/** One entry of somebody whose ODM user is to be updated. */
export function update(accounts: Accounts, set: TruthSet): readonly Expectation[] {
  return [
    { accounts, memory: outcome("confirmed", "update", set), withoutMemory: outcome("found", "update", set) },
  ];
}

/** What a new ODM user is given: from the Agave profile where there is one, else from Astakos alone. */
export function createdFrom(accounts: Accounts): TruthSet {
  const user = first(accounts.astakos);
  const [profile] = accounts.agave;
  return {
    userName: profile?.username ?? user.displayname,
    displayName: profile ? fullName(profile) : user.displayname,
    externalId: user.uuid,
    emails: user.displayname,
  };
}

/** The first of the accounts. Throws where the kind should have made one and did not. */
export function first<T>(accounts: readonly T[]): T {
  const [account] = accounts;
  if (account === undefined) throw new Error("This kind of person has no such account.");
  return account;
}
