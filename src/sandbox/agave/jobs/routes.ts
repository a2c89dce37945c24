import type { Reply, SandboxRequest } from "../../server/message.ts";
import type { Route } from "../../server/router.ts";
import { propertiesOf, readJsonContent } from "../content.ts";
import type { AgaveContext } from "../context.ts";
import { errorReply, successReply } from "../envelope.ts";
import type { NotificationRecord } from "../notifications/record.ts";
import { addNotification, readNotifications } from "../notifications/several.ts";
import { createPace } from "../pace.ts";
import { pemRoutes } from "../pems.ts";
import { SearchError, searchItems, sortItems } from "../search.ts";
import { windowOf } from "../window.ts";
import { createJobAccess } from "./access.ts";
import { jobFields } from "./fields.ts";
import { manageJob } from "./manage.ts";
import { outputRoutes } from "./outputRoutes.ts";
import { hasEnded, type JobRecord } from "./record.ts";
import { checkRequest } from "./request.ts";
import { jobResource, jobStatusResource, jobSummary } from "./resource.ts";
import { createJobRunner } from "./run.ts";
import { writeSampleJobs } from "./samples.ts";
import { createJobStore } from "./store.ts";

/** Milliseconds that a job stays in a state when nobody looks. */
const stageTime = 150;

/** The operations on jobs. */
export function jobRoutes(context: AgaveContext): Route[] {
  const { gate, signal, isAdmin } = context;
  const store = createJobStore();
  const pace = createPace({ interval: stageTime, signal });
  const access = createJobAccess(store, isAdmin);
  const runner = createJobRunner(context, store, pace);
  writeSampleJobs(context, store);

  function list(request: SandboxRequest, username: string, query = request.query): Reply {
    pace.look();
    const hidden = asksForHidden(query);
    const visible = store.all().filter((job) => (job.visible || hidden) && access.may(username, job, "read"));
    try {
      const found = sortItems(searchItems(visible, query, jobFields), query, jobFields, "lastupdated");
      const show = query.get("filter") ? jobResource : jobSummary;
      return successReply(
        request,
        windowOf(request, found).map((job) => show(request.origin, job)),
      );
    } catch (error) {
      if (error instanceof SearchError) return errorReply(request, 400, error.message);
      throw error;
    }
  }

  /** The service's own search knows no field of a job, so whatever is asked for, all jobs are the answer. */
  const searchAll = gate.signedIn((request, username, { attribute = "id" }) =>
    Object.hasOwn(jobFields, attribute.toLowerCase())
      ? list(request, username, new URLSearchParams())
      : errorReply(request, 404, `There is nothing at ${request.path}`),
  );

  async function submit(request: SandboxRequest, username: string): Promise<Reply> {
    const content = await readJsonContent(request);
    if ("fault" in content) return errorReply(request, 400, content.fault);
    const checked = checkRequest(context, content.value, username);
    if ("fault" in checked) return errorReply(request, checked.status, checked.fault);
    const wanted = readNotifications(propertiesOf(content.value).notifications);
    if ("fault" in wanted) return errorReply(request, 400, wanted.fault);
    const added: NotificationRecord[] = [];
    const job = runner.submit(checked.job, username, request.origin, (id) => {
      for (const each of wanted.requests) {
        added.push(addNotification(context, { ...each, associatedUuid: id }, username));
      }
    });
    const shown = jobResource(request.origin, job);
    const notification = added.map(({ id }) => ({ href: `${request.origin}/notifications/v2/${id}` }));
    return successReply(request, { ...shown, _links: { ...shown._links, notification } }, 201);
  }

  const ofOne = (
    need: "read" | "write",
    handle: (request: SandboxRequest, job: JobRecord, username: string) => Reply,
  ): Route["handle"] =>
    gate.signedIn((request, username, { jobId = "" }) => {
      if (need === "read") pace.look(jobId);
      const found = access.find(request, username, jobId, need);
      return "reply" in found ? found.reply : handle(request, found.job, username);
    });

  function remove(request: SandboxRequest, job: JobRecord, username: string): Reply {
    const stopped = hasEnded(job) ? job : runner.stop(job, username, request.origin);
    runner.setVisible(stopped, false, username, request.origin);
    return successReply(request, undefined);
  }

  function history(request: SandboxRequest, job: JobRecord): Reply {
    const events = windowOf(request, job.history).map((event) => ({
      ...event,
      created: new Date(event.created).toISOString(),
    }));
    return successReply(request, events);
  }

  const path = "/jobs/v2";
  const one = `${path}/{jobId}`;
  return [
    { method: "GET", path, handle: gate.signedIn((request, username) => list(request, username)) },
    { method: "POST", path, handle: gate.signedIn(submit) },
    { method: "GET", path: `${path}/search/{path*}`, handle: searchAll },
    {
      method: "GET",
      path: one,
      handle: ofOne("read", (request, job) => successReply(request, jobResource(request.origin, job))),
    },
    {
      method: "POST",
      path: one,
      handle: gate.signedIn((request, username, { jobId = "" }) =>
        manageJob(request, username, jobId, { context, access, runner }),
      ),
    },
    { method: "DELETE", path: one, handle: ofOne("write", remove) },
    { method: "GET", path: `${one}/history`, handle: ofOne("read", history) },
    {
      method: "GET",
      path: `${one}/status`,
      handle: ofOne("read", (request, job) => successReply(request, jobStatusResource(request.origin, job))),
    },
    ...outputRoutes(context, access, pace.look),
    ...pemRoutes({
      context,
      path: one,
      permissions: store.permissions,
      paged: true,
      find(request, username, { jobId = "" }, need) {
        const found = access.find(request, username, jobId, need);
        return "reply" in found
          ? found.reply
          : { uuid: jobId, owner: found.job.owner, path: `${path}/${jobId}` };
      },
    }),
    { method: "GET", path: `${path}/{attribute}/{value}`, handle: searchAll },
  ];
}

/** Deleted jobs are left out unless a search says something about it (JobDao.java). */
function asksForHidden(query: URLSearchParams): boolean {
  return [...query.keys()].some((key) => /^visible(\.|$)/i.test(key));
}
