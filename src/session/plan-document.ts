import * as v from "valibot";
import { type Plan, planVersion } from "../identity/plan.ts";
import { changeActions } from "../identity/situation.ts";

/** The bytes of a plan file: the same plan gives the same ones. */
export function planText(plan: Plan): string {
  return `${JSON.stringify(plan, null, 2)}\n`;
}

const target = v.looseObject({ connection: v.string(), id: v.nullable(v.string()) });
const entries = v.array(v.looseObject({}));

/** What a plan must have for its parts to be shown and counted. Whether it was edited is told by its id. */
const planShape = v.looseObject({
  version: v.literal(planVersion),
  id: v.string(),
  target: v.looseObject({ connection: v.string(), url: v.string() }),
  policy: v.string(),
  sources: entries,
  changes: v.array(
    v.looseObject({
      id: v.string(),
      action: v.picklist(changeActions),
      person: v.string(),
      target,
      set: v.record(v.string(), v.looseObject({})),
      requires: v.array(v.string()),
    }),
  ),
  links: entries,
  agreed: entries,
  drifts: entries,
  withheld: entries,
  reports: entries,
  disputes: entries,
  suggestions: entries,
  blocked: entries,
});

/** Why a text is no plan. */
export type NoPlan =
  | { readonly reason: "notJson" | "notAPlan" }
  | { readonly reason: "otherVersion"; readonly version: number };

/** Reads the text of a plan file. */
export function readPlanText(text: string): { readonly plan: Plan } | { readonly noPlan: NoPlan } {
  const value = parsed(text);
  if (value === undefined) return { noPlan: { reason: "notJson" } };
  if (v.is(planShape, value)) return { plan: value as unknown as Plan };
  const version =
    typeof value === "object" && value !== null && "version" in value ? value.version : undefined;
  if (typeof version === "number" && version !== planVersion)
    return { noPlan: { reason: "otherVersion", version } };
  return { noPlan: { reason: "notAPlan" } };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
