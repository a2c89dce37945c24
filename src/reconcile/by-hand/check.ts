import { type Account, accountLabel } from "../../identity/account.ts";
import type { Directory } from "../../identity/directory.ts";
import type { AuditEvent } from "../../ledger/audit.ts";
import type { Memory } from "../../ledger/memory.ts";
import { emailsOf } from "../assess.ts";
import { hidesInactive } from "../remember.ts";
import { disagreements, type HandChange, presentValue } from "./change.ts";
import { holdersOf, type Names } from "./holders.ts";
import { RefusedChange } from "./refused.ts";

/** Where a change by hand is made. */
export interface HandPlace<D extends Directory = Directory> {
  readonly target: D;
  readonly memory: Memory;
  /** Whether the policy holds an account back from changes; absent where it has no such filter for this connection. */
  readonly isProtected?: (resource: unknown) => boolean;
  /** Writes to the audit log what is about to be sent, and what came of it. */
  readonly record?: (event: AuditEvent) => void;
}

/** How an account stands to a change by hand, as it was read right before. */
export interface Checked {
  /** There is nothing left to do. */
  readonly done: boolean;
  /** Absent where there is none yet, or the directory does not show it. */
  readonly account?: Account;
}

/** Reads again what a change by hand touches. Throws RefusedChange where it is not as the person was shown, or may not be touched. */
export async function checkByHand(change: HandChange, place: HandPlace): Promise<Checked> {
  if (change.id === null) {
    await requireFree(place, namesIn(change));
    return { done: false };
  }
  const account = await place.target.get(change.id);
  if (account === undefined) return checkUnseen(change, change.id, place);
  requireUnprotected(place, account);
  if (disagreements(change, account, "to").length === 0) return { done: true, account };
  requireAsShown(change, account);
  const { userName } = namesIn(change);
  if (userName !== undefined) await requireFree(place, { userName }, account);
  return { done: false, account };
}

function checkUnseen({ action }: HandChange, id: string, { target, memory, ...place }: HandPlace): Checked {
  const { connection } = target;
  const known = memory.account(connection, id);
  if (hidesInactive(target) && action === "deactivate") return { done: true };
  if (!hidesInactive(target) || action !== "reactivate")
    throw new RefusedChange(
      "gone",
      `${connection} does not show ${known ? accountLabel(known) : id} any more: it was deactivated or removed. Nothing was written.`,
    );
  if (known) requireUnprotected({ target, memory, ...place }, known);
  else if (place.isProtected)
    throw new RefusedChange(
      "unknown",
      `${connection} hides ${id}, and it was never seen before, so that it is not known whether it is protected. Nothing was written.`,
    );
  return { done: false };
}

function requireUnprotected({ target, isProtected }: HandPlace, account: Account): void {
  if (!isProtected?.(account.attributes)) return;
  throw new RefusedChange(
    "protected",
    `${accountLabel(account)} of ${target.connection} is held by the protect rule of rollcall.jsonc. Nothing was written. Change the rule first where this is meant.`,
  );
}

function requireAsShown(change: HandChange, account: Account): void {
  const moved = disagreements(change, account, "from").map(([attribute, { from }]) => {
    const present = JSON.stringify(presentValue(account, attribute));
    return `${attribute} is ${present} now, not ${JSON.stringify(from)}`;
  });
  if (moved.length === 0) return;
  throw new RefusedChange(
    "changed",
    `${accountLabel(account)} of ${account.connection} was changed meanwhile: ${moved.join("; ")}. Nothing was written.`,
  );
}

/** Throws RefusedChange where another account has the e-mail address or the user name. */
async function requireFree({ target, memory }: HandPlace, names: Names, self?: Account): Promise<void> {
  const { shown, hidden } = await holdersOf(target, memory, names);
  const other = shown.find(({ id }) => id !== self?.id);
  const sleeping = hidden.find(({ id }) => id !== self?.id);
  if (other)
    throw new RefusedChange(
      "taken",
      `${accountLabel(other)} (${other.id}) of ${target.connection} has ${shared(names)} already. Nothing was written.`,
      other,
    );
  if (sleeping)
    throw new RefusedChange(
      "deactivated",
      `${accountLabel(sleeping)} (${sleeping.id}), who is deactivated in ${target.connection}, has ${shared(names)} already. Nothing was written.`,
      sleeping,
    );
}

function shared(names: Names): string {
  return [names.email, names.userName].filter((name) => name !== undefined).join(" or ");
}

/** What a change gives an account that no other account can have. */
function namesIn({ set, id }: HandChange): Names {
  const [email] = id === null ? emailsOf({ set }) : [];
  const userName = set.userName?.to;
  return {
    ...(email === undefined ? {} : { email }),
    ...(typeof userName === "string" ? { userName } : {}),
  };
}
