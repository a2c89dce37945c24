import { planVersion } from "../../identity/plan.ts";
import type { RefusalReason, RefusedPlan } from "../../reconcile/refused.ts";
import type { NoPlan } from "../../session/plan-document.ts";
import type { PlanTree, Stretch } from "./plan-tree.ts";

/** Something about a place of a plan file: why it cannot be applied, and what to do. */
export interface PlanRemark {
  readonly place: Stretch;
  readonly message: string;
  readonly code: string;
  /** What was applied already is told, and no fault. */
  readonly severity: "error" | "warning" | "information";
}

/** Where each reason for refusing a plan stands in it, and how grave it is. */
const refusals: Readonly<
  Partial<Record<RefusalReason, Pick<PlanRemark, "severity"> & { readonly at: string }>>
> = {
  edited: { at: "id", severity: "error" },
  otherTarget: { at: "target", severity: "error" },
  otherPolicy: { at: "policy", severity: "warning" },
  blocked: { at: "blocked", severity: "error" },
  applied: { at: "id", severity: "information" },
};

/**
 * What is to be said of a plan file. `refusalsOf` says why the plan would not be applied; it is asked where the text is a plan.
 */
export function planRemarks(
  tree: PlanTree,
  refusalsOf: (plan: NonNullable<PlanTree["plan"]>) => readonly RefusedPlan[],
): readonly PlanRemark[] {
  const { plan, noPlan, placeOf } = tree;
  if (plan === undefined) return noPlan ? [noPlanRemark(noPlan, placeOf)] : [];
  return refusalsOf(plan).map(({ reason, message }) => {
    const { at, severity } = refusals[reason] ?? { at: "id", severity: "error" };
    return { place: placeOf([at]), message, code: reason, severity };
  });
}

function noPlanRemark(noPlan: NoPlan, placeOf: PlanTree["placeOf"]): PlanRemark {
  const remark = (place: Stretch, message: string): PlanRemark => ({
    place,
    message,
    code: noPlan.reason,
    severity: "error",
  });
  switch (noPlan.reason) {
    case "notJson":
      return remark(
        placeOf([]),
        "This is not JSON, so it is no plan. Take the file as it was made, or plan again.",
      );
    case "otherVersion":
      return remark(
        placeOf(["version"]),
        `This is a plan of version ${noPlan.version}, and this Rollcall reads version ${planVersion}. Plan again.`,
      );
    case "notAPlan":
      return remark(
        { offset: placeOf([]).offset, length: 1 },
        "This is no plan: parts of one are missing. Take the file as it was made, or plan again.",
      );
  }
}
