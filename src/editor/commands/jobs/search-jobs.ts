import * as vscode from "vscode";
import type { Job } from "../../../platforms/agave/answers/jobs.ts";
import type { Host } from "../../host.ts";
import { viewIdOf } from "../../identifiers.ts";
import { applyFilter } from "../../resources/filter.ts";
import { askSearch } from "../../views/agave/ask-search.ts";
import { jobDialect, jobFieldLabels, knownValues } from "../../views/jobs/search.ts";

/** Asks in questions what jobs are looked for, and shows those alone. */
export async function run(host: Host): Promise<void> {
  const model = host.resources.jobs;
  const jobs = model.all().map(({ data }) => data as Job);
  const form = {
    title: "Search Jobs",
    dialect: jobDialect,
    labels: jobFieldLabels,
    valuesOf: (field: string) => knownValues(field, jobs),
  };
  const filter = await askSearch(host, form, model.filter);
  if (filter === undefined) return;
  await vscode.commands.executeCommand(`${viewIdOf("jobs")}.focus`);
  await applyFilter(host, "jobs", filter);
}
