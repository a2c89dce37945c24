import { globSync } from "node:fs";
import { join } from "node:path";
import { vsixVariable } from "../journey.ts";
import { packExtension } from "../package.ts";
import { root } from "../paths.ts";
import type { Tally } from "../tally.ts";
import { ensureTool } from "../toolbox.ts";
import { runEditorSuite } from "./editor-suite.ts";
import { runNodeTests } from "./node-tests.ts";
import { runStaticCheck, style, types } from "./static-checks.ts";

/** A part of the tests that runs and is counted by itself. */
export interface Stage {
  readonly name: string;
  /** Folder of its test files, relative to the root, with forward slashes. Absent for a check of the whole project. */
  readonly folder?: string;
  /**
   * @param files absolute paths; empty for a check of the whole project
   * @param limit aborted when the time of the whole run is up
   */
  run(files: readonly string[], tally: Tally, limit: AbortSignal): Promise<void>;
}

const quick = { concurrency: 2, timeoutMilliseconds: 5 * 60_000 };
const oneAtATime = { concurrency: 1, timeoutMilliseconds: 10 * 60_000 };

/** Every stage, in the order in which they run: the quick ones first. */
export const stages: readonly Stage[] = [
  { name: "types", run: (_, tally) => runStaticCheck(types, tally) },
  { name: "style", run: (_, tally) => runStaticCheck(style, tally) },
  {
    name: "unit",
    folder: "test/unit",
    run: (files, tally, limit) => runNodeTests(files, { ...quick, limit }, tally),
  },
  {
    name: "property",
    folder: "test/property",
    run: (files, tally, limit) => runNodeTests(files, { ...quick, limit }, tally),
  },
  {
    name: "contract",
    folder: "test/contract",
    run: (files, tally, limit) => runNodeTests(files, { ...quick, limit }, tally),
  },
  { name: "editor", folder: "test/editor/suite", run: runEditorSuite },
  {
    name: "journeys",
    folder: "test/editor/journeys",
    async run(files, tally, limit) {
      await ensureTool("editor");
      process.env[vsixVariable] = await packExtension();
      await runNodeTests(files, { ...oneAtATime, limit }, tally);
    },
  },
];

/** The test files of a stage, sorted, as absolute paths. */
export function filesOf(stage: Stage): readonly string[] {
  if (!stage.folder) return [];
  return globSync(`${stage.folder}/**/*.test.ts`, { cwd: root })
    .sort()
    .map((file) => join(root, file));
}
