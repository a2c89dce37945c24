import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { type Plan, planVersion } from "../identity/plan.ts";
import { type NoPlan, readPlanText } from "../session/plan-document.ts";
import { UsageError } from "./exit.ts";

/**
 * Reads a plan file.
 * @throws {UsageError} Where it cannot be read, or is no plan of this version.
 */
export async function readPlan(folder: string, file: string): Promise<Plan> {
  const result = readPlanText(await read(resolve(folder, file), file));
  if ("plan" in result) return result.plan;
  throw new UsageError(describe(result.noPlan, file));
}

function describe(noPlan: NoPlan, file: string): string {
  switch (noPlan.reason) {
    case "notJson":
      return `${file} is not a plan: it is not JSON. Make one with: rollcall plan --out plan.json`;
    case "otherVersion":
      return `${file} is a plan of version ${noPlan.version}, and this Rollcall reads version ${planVersion}. Plan again.`;
    case "notAPlan":
      return `${file} is not a plan. Make one with: rollcall plan --out ${file}`;
  }
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
