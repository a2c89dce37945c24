import type { Context } from "./judging/context.ts";
import type { PersonJudgement } from "./judging/person-judgement.ts";
import type { Report } from "./plan.ts";

/** What to tell of attributes that cannot be set although a rule applies, where the judgement does not say it itself. */
export function failedReports(
  { policy }: Context,
  judgements: readonly PersonJudgement[],
): readonly Report[] {
  return judgements
    .filter(
      ({ action, failed }) =>
        failed.length > 0 && (action === "update" || action === "none" || action === "reactivate"),
    )
    .map(({ person, targets, situation, failed }) => ({
      person,
      target: { connection: policy.target, id: targets[0]?.id ?? null },
      situation,
      why: failed.join(" "),
    }));
}
