import { resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { filesOf, type Stage, stages } from "./stages/stages.ts";
import { Tally } from "./tally.ts";

interface Job {
  readonly stage: Stage;
  readonly files: readonly string[];
}

/** A whole run stays below half an hour; what is not through by then is broken off and counts as failed. */
const limitMilliseconds = 28 * 60_000;

/**
 * Runs the tests and prints every failure, a summary and, as the last line, `N passed, N failed`.
 * @param selection names of stages and paths of test files; everything where it is empty
 * @returns the exit code: 0 where all passed, 1 where something failed, 64 where the selection names nothing
 */
export async function runTests(selection: readonly string[]): Promise<number> {
  const jobs = jobsOf(selection);
  if (typeof jobs === "string") {
    console.error(jobs);
    return 64;
  }
  const summary: string[] = [];
  const limit = AbortSignal.timeout(limitMilliseconds);
  let passed = 0;
  let failed = 0;
  for (const job of jobs) {
    const tally = new Tally(job.stage.name);
    const started = performance.now();
    console.error(`${job.stage.name} …`);
    await runJob(job, tally, limit);
    summary.push(tally.summary(performance.now() - started));
    passed += tally.passed;
    failed += tally.failed;
  }
  console.log(`\n${summary.join("\n")}\n\n${passed} passed, ${failed} failed`);
  return failed > 0 || passed === 0 ? 1 : 0;
}

async function runJob({ stage, files }: Job, tally: Tally, limit: AbortSignal): Promise<void> {
  if (stage.folder && files.length === 0) return;
  try {
    await Promise.race([stage.run(files, tally, limit), broken(limit)]);
    if (tally.passed + tally.failed === 0)
      tally.fail({ name: "runs its tests", message: `No test ran in ${files.length} files.` });
  } catch (error) {
    tally.fail({ name: "runs through", message: error instanceof Error ? error.message : String(error) });
  }
}

/** Rejects once the time is up. */
async function broken(limit: AbortSignal): Promise<never> {
  await sleep(limitMilliseconds + 1000, undefined, { signal: limit, ref: false }).catch(() => undefined);
  throw new Error(`The tests did not end within ${limitMilliseconds / 60_000} minutes.`);
}

/** What to run, in the stages' order; a message where a name or a path fits no stage. */
function jobsOf(selection: readonly string[]): readonly Job[] | string {
  if (selection.length === 0) return stages.map((stage) => ({ stage, files: filesOf(stage) }));
  const known = new Map(stages.map((stage) => [stage, filesOf(stage)]));
  const wanted = new Map<Stage, Set<string>>();
  for (const word of selection) {
    const byName = stages.find((stage) => stage.name === word);
    const path = resolve(word);
    const byFile = stages.find((stage) => known.get(stage)?.includes(path));
    const stage = byName ?? byFile;
    if (!stage)
      return `"${word}" is neither a stage (${stages.map(({ name }) => name).join(", ")}) nor the path of a test file.`;
    const files = wanted.get(stage) ?? new Set();
    for (const file of byName ? (known.get(stage) ?? []) : [path]) files.add(file);
    wanted.set(stage, files);
  }
  return stages.flatMap((stage) => {
    const files = wanted.get(stage);
    return files ? [{ stage, files: [...files] }] : [];
  });
}
