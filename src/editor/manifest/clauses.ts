import { contextKeys, viewIdOf } from "../identifiers.ts";
import type { ViewName } from "../view-names.ts";
import type { ItemPlace, TitlePlace } from "./declaration.ts";

/** Parts of `when` clauses. */

/** The configuration can be used, and has users to reconcile. */
export const ready = `${contextKeys.state} == ready`;

/** The configuration can be used. */
export const usable = `${contextKeys.state} =~ /^(ready|noScim)$/`;

/** The configuration has a connection that a view shows. */
export function connected(view: ViewName): string {
  return `${contextKeys.connected}.${view}`;
}

/** A view has a filter. */
export function filtered(view: ViewName): string {
  return `${contextKeys.filtered}.${view}`;
}

/** All of the clauses that are there. */
export function all(...clauses: readonly (string | undefined)[]): string {
  return clauses.filter((clause) => clause !== undefined).join(" && ");
}

/** The clause of a place in the titles of views. */
export function titleClause({ in: views, when }: TitlePlace): string {
  const ids = [views].flat().map(viewIdOf);
  const [only] = ids;
  const inView =
    ids.length === 1
      ? `view == ${only}`
      : `view =~ /^rollcall\\.(${ids.map((id) => id.slice("rollcall.".length)).join("|")})$/`;
  return all(inView, when);
}

/** The clause of a place in the menus of items. */
export function itemClause({ on }: Pick<ItemPlace, "on">): string {
  return `viewItem =~ /${[on].flat().map(itemPattern).join("|")}/`;
}

function itemPattern(text: string): string {
  const words = text.split(" ");
  const nouns = words.filter((word) => !word.startsWith("+"));
  const flags = words.filter((word) => word.startsWith("+")).map((flag) => flag.slice(1));
  const noun = nouns.length === 0 ? "" : nouns[0]?.includes("|") ? `(${nouns[0]})\\b` : `${nouns[0]}\\b`;
  return `^${noun}${flags.map((flag) => `(?=.*\\+${flag}\\b)`).join("")}`;
}
