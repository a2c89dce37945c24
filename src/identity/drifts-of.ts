import { originOf } from "./drift.ts";
import type { Context } from "./judging/context.ts";
import type { PersonJudgement } from "./judging/person-judgement.ts";
import { driftSentence } from "./judging/three-way.ts";
import type { Drift, NewAgreement } from "./plan.ts";

/** The differences of a person that are left as they are. */
export function driftsOf({ policy }: Context, judgement: PersonJudgement): readonly Drift[] {
  const { person, targets, compared } = judgement;
  const [target] = targets;
  if (!target) return [];
  return compared.flatMap((each) => {
    const { wanted, value, agreed, state, treatment } = each;
    const why = driftSentence(each);
    if (treatment !== "report" || !agreed || why === undefined) return [];
    const origin = originOf(state);
    return [
      {
        person,
        target: { connection: policy.target, id: target.id },
        attribute: wanted.attribute,
        agreed: agreed.value,
        source: wanted.value,
        value,
        ...(origin && { origin }),
        policy: wanted.drift,
        why,
      },
    ];
  });
}

/** What of an active account has come to agree with its sources. */
export function newAgreementOf({ targets, compared }: PersonJudgement): readonly NewAgreement[] {
  const [target] = targets;
  const agreeing = compared.filter(({ state }) => state === "inStep");
  if (!target?.active || agreeing.length === 0) return [];
  const values = agreeing.map(({ wanted: { attribute }, value }) => [attribute, value] as const);
  return [{ targetId: target.id, values: Object.fromEntries(values) }];
}
