import type { Change, Plan } from "../identity/plan.ts";
import type { KnownAgreement } from "../identity/world.ts";

/** What source and target agree on once a change has landed: the values that rules give, which are texts. */
export function settledBy(set: Change["set"], targetId: string): readonly KnownAgreement[] {
  return Object.entries(set).flatMap(([attribute, { from, to }]) =>
    typeof to === "string" || typeof from === "string"
      ? [{ targetId, attribute, value: to, source: to }]
      : [],
  );
}

/** What a plan has found that source and target have come to agree on. */
export function agreedIn({ agreed }: Pick<Plan, "agreed">): readonly KnownAgreement[] {
  return agreed.flatMap(({ targetId, values }) =>
    Object.entries(values).map(([attribute, value]) => ({ targetId, attribute, value, source: value })),
  );
}
