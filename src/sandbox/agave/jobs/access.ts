import type { Reply, SandboxRequest } from "../../server/message.ts";
import { errorReply } from "../envelope.ts";
import { hasEnded, type JobRecord } from "./record.ts";
import type { JobStore } from "./store.ts";

/** A job, or the refusal. */
export type FoundJob = { readonly job: JobRecord } | { readonly reply: Reply };

/** Who may see and change which jobs. */
export interface JobAccess {
  may(username: string, job: JobRecord, need: "read" | "write"): boolean;
  /** The job, hidden ones included where `hidden` says so; `refused` is the status where somebody may not: 403 without it. */
  find(
    request: SandboxRequest,
    username: string,
    id: string,
    need: "read" | "write",
    options?: { readonly hidden?: boolean; readonly refused?: number },
  ): FoundJob;
}

/** Makes the access to the jobs of a store. */
export function createJobAccess(store: JobStore, isAdmin: (username: string) => boolean): JobAccess {
  const may: JobAccess["may"] = (username, job, need) =>
    job.owner === username || isAdmin(username) || store.permissions.get(job.id, username)[need];
  return {
    may,
    find(request, username, id, need, { hidden = false, refused = 403 } = {}) {
      const job = store.get(id);
      if (job === undefined) return { reply: errorReply(request, 404, `No job found with job id ${id}.`) };
      if (!may(username, job, need)) {
        const message = `User does not have permission to ${need === "read" ? "view" : "change"} this job`;
        return { reply: errorReply(request, refused, message) };
      }
      return job.visible || hidden
        ? { job }
        : { reply: errorReply(request, 404, `Job with uuid ${id} is not visible.`) };
    },
  };
}

/** The refusal to end what has ended. */
export function endedReply(request: SandboxRequest, job: JobRecord): Reply | undefined {
  return hasEnded(job)
    ? errorReply(request, 400, `Job ${job.id} cannot be stopped: it is ${job.status} already.`)
    : undefined;
}
