import type { JobRequest, JobSummary } from "../../platforms/agave/answers/jobs.ts";
import type { Host } from "../host.ts";
import { describeProblem } from "../problem.ts";
import { openConnection } from "../resources/open.ts";
import { withProgress } from "../ui/progress.ts";
import { agave } from "../views/agave/client.ts";
import { jobLook } from "../views/jobs/status.ts";
import { showJob } from "./show-job.ts";

/** A submission whose answer did not arrive. */
interface Lost {
  readonly connection: string;
  readonly request: JobRequest;
  /** Milliseconds since 1970. */
  readonly sentAt: number;
}

/** What a look at the jobs has found. */
type Look =
  | { readonly kind: "found"; readonly job: JobSummary }
  | { readonly kind: "none" }
  | { readonly kind: "unread"; readonly why: string };

/** How far the clocks of the platform and of this machine may be apart, in milliseconds. */
const clockSkew = 120_000;

const show = "Show Job";
const again = "Look Again";
const change = "Change and Submit Again…";

const actions: Readonly<Record<Look["kind"], readonly string[]>> = {
  found: [show],
  none: [again, change],
  unread: [again],
};

/**
 * Tells that the answer to a submission was lost, after looking for a job of its name, app and time. It is never submitted again by
 * itself. Answers whether the person wants to do that.
 */
export async function tellLost(host: Host, lost: Lost): Promise<boolean> {
  for (;;) {
    const look = await lookFor(host, lost);
    const answer = await host.ask.offer({
      id: "lost",
      level: "warning",
      message: `The answer to the submission of ${lost.request.name} to ${lost.connection} was lost. ${lookText(lost, look)}`,
      actions: actions[look.kind],
    });
    if (answer === show && look.kind === "found") await showJob(host, lost.connection, look.job);
    if (answer !== again) return answer === change;
  }
}

async function lookFor(host: Host, lost: Lost): Promise<Look> {
  const { connection, request } = lost;
  try {
    const client = agave(await openConnection(host.sessions, connection));
    const search = { "name.eq": request.name, "appid.eq": request.appId };
    const jobs = await withProgress(`looking for ${request.name}`, ({ signal }) =>
      client.call("jobs.list", { search }, { signal }),
    );
    const job = jobs.find((each) => mayBe(each, lost));
    return job === undefined ? { kind: "none" } : { kind: "found", job };
  } catch (error) {
    return { kind: "unread", why: describeProblem(error).message };
  }
}

/** Older servers pass over a search that they do not know, so that the answer is looked through as well. */
function mayBe({ name, appId, created }: JobSummary, { request, sentAt }: Lost): boolean {
  if (name !== request.name.trim() || appId !== request.appId) return false;
  const time = Date.parse(created ?? "");
  return Number.isNaN(time) || time >= sentAt - clockSkew;
}

function lookText({ connection, request }: Lost, look: Look): string {
  if (look.kind === "found")
    return `The job is there all the same: ${look.job.id}, ${jobLook(look.job.status).text}. Do not submit it again.`;
  if (look.kind === "none")
    return `${connection} has no such job of that time. It may still come: look again before you submit it again.`;
  return `Whether the job is there could not be read: ${look.why} Look for ${request.name} among the jobs before you submit it again.`;
}
