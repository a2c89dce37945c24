import { back } from "./ask.ts";

/** One question of several: its answer, `back` for the question before, undefined to give up. */
export type Step = () => Promise<string | typeof back | undefined>;

/** Asks one question after the other, with a way back. Answers what was told, or undefined where the person gave up. */
export async function askSteps(steps: readonly Step[]): Promise<readonly string[] | undefined> {
  const answers: string[] = [];
  while (answers.length < steps.length) {
    const answer = await steps[answers.length]?.();
    if (answer === undefined) return undefined;
    if (answer === back) answers.pop();
    else answers.push(answer);
  }
  return answers;
}
