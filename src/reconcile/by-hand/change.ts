import type { Account, AttributeValue } from "../../identity/account.ts";
import type { AttributeSet } from "../../identity/directory.ts";
import type { ValueChange } from "../../identity/plan.ts";
import type { ChangeAction } from "../../identity/situation.ts";
import { readString } from "../../identity/values.ts";

/** One change to one account that a person makes by hand, with the values that they were shown. */
export interface HandChange {
  readonly action: ChangeAction;
  /** Null for an account that is created. */
  readonly id: string | null;
  readonly set: Readonly<Record<string, ValueChange>>;
}

/** What came of a change by hand. */
export interface HandOutcome {
  /** As the server holds it now; absent where it does not show the account any more. */
  readonly account?: Account;
  /** What is worth telling besides, in a sentence. */
  readonly note?: string;
}

/** The value that an account has of an attribute, to the letter; null where it has none. */
export function presentValue(account: Account, attribute: string): AttributeValue {
  switch (attribute) {
    case "userName":
    case "displayName":
    case "externalId":
      return account[attribute] ?? null;
    case "active":
      return account.active;
    default:
      return readString(account, attribute) ?? null;
  }
}

/** The attributes of an account that do not have the value of one side of a change. E-mails are compared where accounts are looked for. */
export function disagreements(
  { set }: HandChange,
  account: Account,
  side: keyof ValueChange,
): readonly (readonly [attribute: string, wanted: ValueChange])[] {
  return Object.entries(set).filter(
    ([attribute, value]) => attribute !== "emails" && presentValue(account, attribute) !== value[side],
  );
}

/** A change that gives an account other values than those that it is shown with. */
export function changeOf(
  account: Account,
  action: Exclude<ChangeAction, "create">,
  set: AttributeSet,
): HandChange {
  const values = Object.entries(set).map(([attribute, to]): [string, ValueChange] => [
    attribute,
    { from: presentValue(account, attribute), to },
  ]);
  return { action, id: account.id, set: Object.fromEntries(values) };
}

/** The creation of an account with these values. */
export function creationOf(set: AttributeSet): HandChange {
  const values = Object.entries(set).map(([attribute, to]): [string, ValueChange] => [
    attribute,
    { from: null, to },
  ]);
  return { action: "create", id: null, set: Object.fromEntries(values) };
}
