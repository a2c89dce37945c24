import { back } from "./ask.ts";

/**
 * One question of several: its answer, `back` for the question before, undefined to give up. `given` is what was answered to it when the
 * person went back to it or beyond; undefined where it was not asked before.
 */
export type Step = (given?: string) => Promise<string | typeof back | undefined>;

/** Asks one question after the other, with a way back that keeps the answers. Answers what was told, or undefined where the person gave up. */
export async function askSteps(steps: readonly Step[]): Promise<readonly string[] | undefined> {
  const answers: string[] = [];
  for (let at = 0; at < steps.length; ) {
    const answer = await steps[at]?.(answers[at]);
    if (answer === undefined) return undefined;
    if (answer === back) at = Math.max(0, at - 1);
    else answers[at++] = answer;
  }
  return answers;
}
