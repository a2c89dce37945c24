import type { Reply, SandboxRequest } from "../../server/message.ts";
import { propertiesOf, readJsonContent } from "../content.ts";
import type { AgaveContext } from "../context.ts";
import { errorReply, successReply } from "../envelope.ts";
import { endedReply, type JobAccess } from "./access.ts";
import { withoutFixed } from "./arguments.ts";
import type { JobRecord } from "./record.ts";
import { checkRequest } from "./request.ts";
import { jobResource } from "./resource.ts";
import type { JobRunner } from "./run.ts";

interface ManageTools {
  readonly context: AgaveContext;
  readonly access: JobAccess;
  readonly runner: JobRunner;
}

type Action = (
  request: SandboxRequest,
  job: JobRecord,
  username: string,
  tools: Omit<ManageTools, "access">,
) => Reply;

const show = (request: SandboxRequest, job: JobRecord, status = 200): Reply =>
  successReply(request, jobResource(request.origin, job), status);

const stop: Action = (request, job, username, { runner }) => {
  const refusal = endedReply(request, job);
  if (refusal) return refusal;
  runner.stop(job, username, request.origin);
  return successReply(request, undefined);
};

const resubmit: Action = (request, job, username, { context, runner }) => {
  const { archivePath: _old, ...again } = job;
  const app = context.apps.get(job.appId)?.description ?? {};
  const inputs = withoutFixed(app.inputs, job.inputs);
  const parameters = withoutFixed(app.parameters, job.parameters);
  const checked = checkRequest(context, { ...again, inputs, parameters }, username);
  if ("fault" in checked) return errorReply(request, checked.status, checked.fault);
  return show(request, runner.submit(checked.job, username, request.origin), 202);
};

const restore: Action = (request, job, username, { runner }) =>
  job.visible
    ? errorReply(request, 400, `Job ${job.id} is visible already.`)
    : show(request, runner.setVisible(job, true, username, request.origin));

const reset: Action = (request, job, username, { context }) =>
  context.isAdmin(username)
    ? show(request, job)
    : errorReply(request, 403, "Only administrators of the tenant can reset jobs.");

const actions: Readonly<Record<string, Action>> = { stop, resubmit, restore, reset };

/** Does with a job what the body says (`action`): stop, resubmit, restore, reset. */
export async function manageJob(
  request: SandboxRequest,
  username: string,
  id: string,
  { context, access, runner }: ManageTools,
): Promise<Reply> {
  const found = access.find(request, username, id, "write", { hidden: true });
  if ("reply" in found) return found.reply;
  const content = await readJsonContent(request);
  if ("fault" in content) return errorReply(request, 400, content.fault);
  const { action } = propertiesOf(content.value);
  if (typeof action !== "string" || action === "") return errorReply(request, 400, "No action was given.");
  const name = action.toLowerCase();
  const act = Object.hasOwn(actions, name) ? actions[name] : undefined;
  if (act === undefined) return errorReply(request, 400, `Invalid action: ${action}`);
  if (!found.job.visible && name !== "restore") {
    return errorReply(request, 404, `Job with uuid ${id} is not visible.`);
  }
  return act(request, found.job, username, { context, runner });
}
