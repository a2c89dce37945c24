import type { App } from "../../platforms/agave/answers/apps.ts";
import type { Job, JobRequest } from "../../platforms/agave/answers/jobs.ts";
import type { Host } from "../host.ts";
import { logProblem } from "../operations/log-problem.ts";
import { describeProblem } from "../problem.ts";
import { allows } from "../resources/consent.ts";
import { openConnection } from "../resources/open.ts";
import { withProgress } from "../ui/progress.ts";
import { agave } from "../views/agave/client.ts";
import { tellLost } from "./lost.ts";
import { showJob } from "./show-job.ts";

/** A job that is to be submitted. */
export interface Submission {
  readonly connection: string;
  readonly app: App;
  readonly request: JobRequest;
}

const change = "Change and Submit Again…";

/** Submits a job once, after one question, and shows it among the jobs. Answers whether the person wants to change it and try again. */
export async function sendJob(host: Host, submission: Submission): Promise<boolean> {
  if (!(await isApproved(host, submission))) return false;
  const { connection, request } = submission;
  const sentAt = Date.now();
  let job: Job;
  try {
    const client = agave(await openConnection(host.sessions, connection));
    job = await withProgress(`submitting ${request.name}`, ({ signal }) =>
      client.call("jobs.submit", { body: request }, { signal }),
    );
  } catch (error) {
    return tellFailed(host, submission, sentAt, error);
  }
  host.log.info(`submitted ${job.id} to ${connection}`);
  await showJob(host, connection, job);
  return false;
}

async function isApproved(host: Host, { connection, app, request }: Submission): Promise<boolean> {
  const { configuration } = await host.sessions.get();
  const { name, appId, ...rest } = request;
  return allows(host, connection, {
    id: "submit",
    message: `Submit ${name} to ${appId} of ${connection}?`,
    detail: [
      `It runs on ${app.executionSystem ?? "the app's execution system"}.`,
      JSON.stringify(rest, null, 2),
      "",
      `${connection} is ${configuration.connections[connection]?.url}`,
    ].join("\n"),
    action: "Submit",
  });
}

async function tellFailed(
  host: Host,
  { connection, request }: Submission,
  sentAt: number,
  error: unknown,
): Promise<boolean> {
  const { kind, message, advice, ...problem } = describeProblem(error);
  logProblem(host.log, `submitting ${request.name}`, { kind, message, ...problem });
  const { landed } = error as { readonly landed?: unknown };
  if (landed === "unknown") return tellLost(host, { connection, request, sentAt });
  if (kind === "cancelled") return false;
  const answer = await host.ask.offer({
    id: "refused",
    level: "error",
    message: [`${request.name} was not submitted.`, message, advice].filter(Boolean).join(" "),
    actions: [change],
  });
  return answer === change;
}
