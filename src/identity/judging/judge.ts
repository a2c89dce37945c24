import type { Correlation } from "../person.ts";
import type { Context } from "./context.ts";
import { judgeDispute, judgeTurnedAway } from "./judge-groups.ts";
import { judgePerson, matters } from "./judge-person.ts";
import type { PersonJudgement } from "./person-judgement.ts";

/** Judges everyone: each account of the world that matters is in exactly one judgement. */
export function judge(
  context: Context,
  { persons, disputed, alreadyLinked }: Correlation,
): readonly PersonJudgement[] {
  return [
    ...persons.filter(matters).map((person) => judgePerson(context, person)),
    ...disputed.map((dispute) => judgeDispute(context, dispute)),
    ...alreadyLinked.map((turnedAway) => judgeTurnedAway(context, turnedAway)),
  ];
}
