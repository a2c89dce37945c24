import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import * as v from "valibot";
import { type Plan, planVersion } from "../identity/plan.ts";
import { changeActions } from "../identity/situation.ts";
import { UsageError } from "./exit.ts";

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
    }),
  ),
  links: entries,
  withheld: entries,
  reports: entries,
  disputes: entries,
  suggestions: entries,
  blocked: entries,
});

/**
 * Reads a plan file.
 * @throws {UsageError} Where it cannot be read, or is no plan of this version.
 */
export async function readPlan(folder: string, file: string): Promise<Plan> {
  const value = parse(await read(resolve(folder, file), file), file);
  if (v.is(planShape, value)) return value as unknown as Plan;
  const version =
    typeof value === "object" && value !== null && "version" in value ? value.version : undefined;
  if (typeof version === "number" && version !== planVersion)
    throw new UsageError(
      `${file} is a plan of version ${version}, and this Rollcall reads version ${planVersion}. Plan again.`,
    );
  throw new UsageError(`${file} is not a plan. Make one with: rollcall plan --out ${file}`);
}

async function read(path: string, file: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "ENOENT")
      throw new UsageError(`There is no file ${file}. Make a plan with: rollcall plan --out ${file}`);
    throw new UsageError(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function parse(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new UsageError(
      `${file} is not a plan: it is not JSON. Make one with: rollcall plan --out plan.json`,
    );
  }
}
