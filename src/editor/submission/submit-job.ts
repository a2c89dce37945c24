import type { App } from "../../platforms/agave/answers/apps.ts";
import type { JobRequest } from "../../platforms/agave/answers/jobs.ts";
import { readJsonDraft } from "../calls/json-draft.ts";
import type { Host } from "../host.ts";
import { viewIdOf } from "../identifiers.ts";
import { openConnection } from "../resources/open.ts";
import { withViewProgress } from "../ui/progress.ts";
import { agave } from "../views/agave/client.ts";
import { draftRemarks } from "./draft-remarks.ts";
import { jobDraft } from "./draft-text.ts";
import { fillForm } from "./form.ts";
import { type KnownRequest, newRequest, requestLike } from "./request.ts";
import { sendJob } from "./send.ts";

/**
 * Submits a job of an app: asks for what it takes, in questions or in a draft that is checked against the app, sends it once after one
 * question, and shows it among the jobs. `known` is a request, or a job, that it begins from: its draft is opened at once.
 */
export async function submitJob(
  host: Host,
  connection: string,
  appId: string,
  known?: KnownRequest,
): Promise<void> {
  const opened = await openConnection(host.sessions, connection);
  const app = await withViewProgress(viewIdOf("apps"), () => agave(opened).call("apps.get", { appId }));
  const now = new Date();
  let request =
    known === undefined
      ? await askRequest(host, connection, app, newRequest(app, now))
      : await askDraft(host, connection, app, requestLike(app, known, now));
  while (request !== undefined && (await sendJob(host, { connection, app, request })))
    request = await askDraft(host, connection, app, request);
}

async function askRequest(
  host: Host,
  connection: string,
  app: App,
  begun: JobRequest,
): Promise<JobRequest | undefined> {
  const way = await host.ask.pick({
    id: "way",
    title: `Submit Job of ${app.id}`,
    placeholder: "How do you want to describe it?",
    choices: [
      { id: "form", label: "Answer questions", detail: "For all that the app needs", icon: "list-unordered" },
      {
        id: "json",
        label: "Write it as JSON in an editor",
        detail: "Filled in already, and checked against the app while it is written",
        icon: "json",
      },
    ],
  });
  if (way === "json") return askDraft(host, connection, app, begun);
  const filled = way === "form" ? await fillForm(host, connection, app, begun) : undefined;
  return filled?.next === "edit" ? askDraft(host, connection, app, filled.request) : filled?.request;
}

async function askDraft(
  host: Host,
  connection: string,
  app: App,
  request: JobRequest,
): Promise<JobRequest | undefined> {
  const text = await host.ask.draft({
    id: "job",
    title: `Submit Job of ${app.id}`,
    name: `job of ${app.id}.jsonc`,
    text: jobDraft(app, connection, request),
    action: "Submit…",
    validate: () => undefined,
    remarks: (written) => draftRemarks(app, written),
  });
  return text === undefined ? undefined : (readJsonDraft(text) as JobRequest);
}
