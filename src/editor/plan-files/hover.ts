import { actionMeanings, situationMeanings } from "../../config/situation-actions.ts";
import type { Change } from "../../identity/plan.ts";
import { markdownText } from "../tree/node.ts";
import { actionWords, situationWords, valueChangeText } from "../views/reconciliation/words.ts";
import type { PlanTree, Stretch } from "./plan-tree.ts";

/** What is said of a place of a plan file, as Markdown. */
export interface PlanHover {
  readonly text: string;
  readonly place: Stretch;
}

/** What is said at an offset: the meaning of a situation or an action, else the change that it is in. */
export function hoverAt({ plan, placeOf, pathAt }: PlanTree, offset: number): PlanHover | undefined {
  const path = pathAt(offset);
  const meaning = meaningAt(path, (at) => valueAt(plan, at));
  if (meaning !== undefined) return { text: meaning, place: placeOf(path) };
  const [list, position] = path;
  const change = list === "changes" && typeof position === "number" ? plan?.changes[position] : undefined;
  return change && { text: changeText(change), place: placeOf(path) };
}

const meanings: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  situation: situationMeanings,
  action: {
    ...actionMeanings,
    grant: "Give the permission back.",
    revoke: "Withdraw the permission.",
  },
};

function meaningAt(
  path: readonly (string | number)[],
  value: (path: readonly (string | number)[]) => unknown,
): string | undefined {
  const last = path.at(-1);
  if (path[0] === "situations" && path.length === 2) return meaningOf("situation", last);
  return path[0] !== "changes" || path.length === 3 ? meaningOf(last, value(path)) : undefined;
}

function meaningOf(kind: unknown, word: unknown): string | undefined {
  const words = meanings[String(kind)];
  const meaning = words && Object.hasOwn(words, String(word)) ? words[String(word)] : undefined;
  return meaning && `**${markdownText(String(word))}**: ${meaning}`;
}

function valueAt(plan: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>(
    (value, name) =>
      typeof value === "object" && value !== null && Object.hasOwn(value, name)
        ? (value as Readonly<Record<string | number, unknown>>)[name]
        : undefined,
    plan,
  );
}

function changeText({ action, person, situation, set, why, rule, ask }: Change): string {
  const values = Object.entries(set).map(
    ([attribute, value]) => `- ${markdownText(attribute)}: ${markdownText(valueChangeText(value))}`,
  );
  return [
    `**${actionWords[action].title}** ${markdownText(person)}: ${situationWords[situation] ?? markdownText(String(situation))}`,
    ...(values.length > 0 ? [values.join("\n")] : []),
    markdownText(String(why)),
    ...(ask ? ["The policy asks: it is left out until it is ticked."] : []),
    `Rule: ${markdownText(String(rule))}`,
  ].join("\n\n");
}
