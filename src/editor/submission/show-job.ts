import * as vscode from "vscode";
import type { JobSummary } from "../../platforms/agave/answers/jobs.ts";
import type { Host } from "../host.ts";
import { viewIdOf } from "../identifiers.ts";
import { applyFilter } from "../resources/filter.ts";
import type { NodeView } from "../tree/view.ts";
import { jobLook } from "../views/jobs/status.ts";

/** Reads the jobs again and shows one among them. Where the view's filter hides it, the person is told so. */
export async function showJob(host: Host, connection: string, job: JobSummary): Promise<void> {
  host.resources.jobs.expire(connection);
  const view = host.views.get(viewIdOf("jobs"));
  if (view === undefined) return;
  await vscode.commands.executeCommand(`${view.id}.focus`);
  if (await reveal(view, connection, job)) return;
  const name = job.name ?? job.id;
  const isFiltered = host.resources.jobs.filter !== undefined;
  const clear = "Clear Filter";
  const hidden = isFiltered ? " The filter of the jobs hides it." : "";
  const answer = await host.ask.offer({
    id: "submitted",
    level: "information",
    message: `${name} (${job.id}) is ${jobLook(job.status).text} on ${connection}.${hidden}`,
    actions: isFiltered ? [clear] : [],
  });
  if (answer !== clear) return;
  await applyFilter(host, "jobs", undefined);
  await reveal(view, connection, job);
}

/** Opens the way to a job and selects it. Answers whether it is in the list as far as that has been read. */
async function reveal({ tree, view }: NodeView, connection: string, { id }: JobSummary): Promise<boolean> {
  const roots = await tree.getChildren();
  const owner = roots.find((handle) => handle.node.id === `jobs/${connection}`);
  if (owner === undefined) return false;
  await tree.update(owner);
  const below = await tree.getChildren(owner);
  await Promise.all(
    below.filter(({ node }) => node.noun === "group").map((group) => tree.getChildren(group)),
  );
  const handle = tree.find(`jobs/${connection}/${id}`);
  if (handle === undefined) return false;
  await view.reveal(handle, { select: true, focus: true }).then(undefined, () => {});
  return true;
}
