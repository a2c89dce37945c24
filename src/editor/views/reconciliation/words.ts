import type { AttributeValue } from "../../../identity/account.ts";
import { originWords } from "../../../identity/drift.ts";
import type { Change, ValueChange } from "../../../identity/plan.ts";
import type { ChangeAction, Situation } from "../../../identity/situation.ts";
import type { NodeIcon } from "../../tree/node.ts";

interface ActionWords {
  /** Label of the group. */
  readonly title: string;
  readonly icon: NodeIcon;
}

/** How each kind of change is shown. */
export const actionWords: Readonly<Record<ChangeAction, ActionWords>> = {
  create: { title: "Create", icon: { id: "add", color: "gitDecoration.addedResourceForeground" } },
  reactivate: {
    title: "Reactivate",
    icon: { id: "debug-restart", color: "gitDecoration.addedResourceForeground" },
  },
  update: { title: "Update", icon: { id: "edit", color: "gitDecoration.modifiedResourceForeground" } },
  grant: { title: "Give Back", icon: { id: "key", color: "gitDecoration.addedResourceForeground" } },
  deactivate: {
    title: "Deactivate",
    icon: { id: "circle-slash", color: "gitDecoration.deletedResourceForeground" },
  },
  revoke: { title: "Revoke", icon: { id: "lock", color: "gitDecoration.deletedResourceForeground" } },
};

/** What each situation means, in a few words. */
export const situationWords: Readonly<Record<Situation, string>> = {
  confirmed: "linked before",
  found: "found by a match rule",
  alreadyLinked: "matches somebody who is linked to another account",
  absent: "not in the target",
  dormant: "inactive in the target",
  ambiguous: "more than one candidate",
  sourceMissing: "gone from the sources",
  unassigned: "in the target only",
  outOfScope: "out of scope",
  protected: "protected",
  incomplete: "not everything could be read",
};

/** `3 changes`, `1 change`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString("en")} ${count === 1 ? one : many}`;
}

/** A value as people read it: text in quotes, `none` where it is unassigned. */
export function valueText(value: AttributeValue): string {
  if (value === null) return "none";
  if (typeof value === "object") return value.map((email) => email.value).join(", ");
  return typeof value === "string" ? `“${value}”` : String(value);
}

/** `“Ada” → “Ada Lovelace” (source changed)`; the new value alone where there was none. */
export function valueChangeText({ from, to, origin }: ValueChange): string {
  const values = from === null ? valueText(to) : `${valueText(from)} → ${valueText(to)}`;
  return origin ? `${values} (${originWords[origin] ?? origin})` : values;
}

/** Where the differences of a change come from, as far as that is known: `target drifted`. */
export function originsText({ set }: Pick<Change, "set">): string {
  const origins = new Set(Object.values(set).flatMap(({ origin }) => origin ?? []));
  return [...origins].map((origin) => originWords[origin]).join(", ");
}

/** Hours and minutes in the editor's language. */
export function timeText(time: Date): string {
  return time.toLocaleTimeString(undefined, { hour: "2-digit", minute: "2-digit" });
}

/** Date, hours and minutes in the editor's language; what is no instant as it stands. */
export function instantText(instant: string): string {
  const time = new Date(instant);
  return Number.isNaN(time.getTime())
    ? instant
    : time.toLocaleString(undefined, { dateStyle: "medium", timeStyle: "short" });
}

/** The same, as short as it can be told from others at a moment: without the year where it is that of `now`. */
export function shortInstantText(instant: string, now: Date): string {
  const time = new Date(instant);
  if (Number.isNaN(time.getTime()) || time.getFullYear() !== now.getFullYear()) return instantText(instant);
  return time.toLocaleString(undefined, {
    month: "short",
    day: "numeric",
    hour: "numeric",
    minute: "2-digit",
  });
}
