import { changeIdOf } from "./change-id.ts";
import type { AttributeSet } from "./directory.ts";
import { originOf, originWords } from "./drift.ts";
import type { Context } from "./judging/context.ts";
import type { PersonJudgement } from "./judging/person-judgement.ts";
import type { Change, LinkRef, Origin, ValueChange } from "./plan.ts";
import { type ChangeAction, changeActions } from "./situation.ts";
import { undoOf } from "./undo.ts";
import { readString } from "./values.ts";

/** What is changed for a person: a change, a further one of what is left to a person to decide, both or neither. */
export function changesOf(context: Context, judgement: PersonJudgement): readonly Change[] {
  const action = changeActions.find((each) => each === judgement.action);
  if (!action) return [];
  const { set, asked = {} } = judgement;
  const isEmpty = action === "update" && Object.keys(set).length === 0;
  const certain = isEmpty
    ? []
    : [changeOf(context, judgement, { action, set, links: linksMadeBy(action, judgement) })];
  if (Object.keys(asked).length === 0) return certain;
  const requires = action === "reactivate" ? certain.map(({ id }) => id) : [];
  const left = changeOf(context, judgement, { action: "update", set: asked, links: [], requires });
  return [...certain, { ...left, ask: true }];
}

/** Whoever is deactivated keeps the links to what is gone: an inactive account that was found instead does not take their place. */
function linksMadeBy(action: ChangeAction, { newLinks }: PersonJudgement): Change["links"] {
  return action === "deactivate" ? [] : newLinks;
}

/** The account of the target that a judgement is about. */
export function targetRef({ policy }: Context, { targets }: PersonJudgement): Change["target"] {
  return { connection: policy.target, id: targets[0]?.id ?? null };
}

interface Made {
  readonly action: ChangeAction;
  readonly set: AttributeSet;
  readonly links: readonly LinkRef[];
  readonly requires?: readonly string[];
}

function changeOf(
  context: Context,
  judgement: PersonJudgement,
  { action, set: values, links, requires = [] }: Made,
): Change {
  const target = targetRef(context, judgement);
  const set = valueChanges(judgement, values);
  return {
    id: changeIdOf({ action, target, set }),
    action,
    person: judgement.person,
    target,
    situation: judgement.situation,
    rule: `situations.${judgement.situation}`,
    why: [judgement.why, ...reasonsFor(judgement, action, set)].join(" "),
    set,
    links,
    requires,
    undo: undoOf({ action, set }, context.world.target.clears ?? []),
  };
}

function reasonsFor(
  { wanted }: PersonJudgement,
  action: ChangeAction,
  set: Change["set"],
): readonly string[] {
  const reasons = wanted.flatMap(({ attribute, rule }) => {
    const value = set[attribute];
    if (!value) return [];
    return [value.origin ? `${rule} (${originWords[value.origin]})` : rule];
  });
  return action === "deactivate" || reasons.length === 0 ? [] : [`${reasons.join("; ")}.`];
}

function valueChanges(judgement: PersonJudgement, set: AttributeSet): Change["set"] {
  const { targets, compared } = judgement;
  const origins = new Map(compared.map(({ wanted, state }) => [wanted.attribute, originOf(state)]));
  return Object.fromEntries(
    Object.entries(set).map(([attribute, to]) => [
      attribute,
      valueChange(currentValue(targets[0], attribute), to, origins.get(attribute)),
    ]),
  );
}

function valueChange(
  from: ValueChange["from"],
  to: ValueChange["to"],
  origin: Origin | undefined,
): ValueChange {
  return { from, to, ...(origin && { origin }) };
}

function currentValue(
  target: PersonJudgement["targets"][number] | undefined,
  attribute: string,
): ValueChange["from"] {
  if (!target) return null;
  return attribute === "active" ? target.active : (readString(target, attribute) ?? null);
}
