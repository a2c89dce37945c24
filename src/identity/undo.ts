import type { Change } from "./plan.ts";

/** How much of a change can be taken back after it has landed, and what stays where that is not all. */
export interface Undo {
  readonly possible: "all" | "part" | "none";
  /** One sentence on what stays. Absent where nothing does. */
  readonly why?: string;
}

/** The attributes that a change sets where there was nothing, and that the target does not let be cleared again. */
export function lastingAttributes(
  { action, set }: Pick<Change, "action" | "set">,
  clears: readonly string[],
): readonly string[] {
  if (action === "create") return [];
  return Object.entries(set).flatMap(([attribute, { from }]) =>
    from === null && !clears.includes(attribute) ? [attribute] : [],
  );
}

/** How much of a change can be undone at a target that lets the attributes `clears` be cleared. */
export function undoOf(change: Pick<Change, "action" | "set">, clears: readonly string[]): Undo {
  if (change.action === "create")
    return { possible: "part", why: "The account cannot be removed again: it stays, deactivated." };
  const lasting = lastingAttributes(change, clears);
  if (lasting.length === 0) return { possible: "all" };
  const isWhole = lasting.length === Object.keys(change.set).length;
  const why = `${lasting.join(" and ")} cannot be cleared again: the new value stays.`;
  return { possible: isWhole ? "none" : "part", why };
}

/**
 * What is said, before changes are applied, of those among them that cannot be undone whole: a line with their number, and one for each
 * reason. Empty where all can.
 */
export function undoRemarks(changes: readonly Change[]): readonly string[] {
  const lasting = changes.filter(({ undo }) => undo !== undefined && undo.possible !== "all");
  if (lasting.length === 0) return [];
  const reasons = Map.groupBy(lasting, ({ action, undo }) => `${action}: ${undo?.why ?? ""}`);
  return [
    `${lasting.length} of these cannot be undone whole:`,
    ...[...reasons].map(([reason, { length }]) => `${length} ${reason}`),
  ];
}
