import type { Job } from "../../../platforms/agave/answers/jobs.ts";
import { batches } from "../../../platforms/many.ts";
import { withoutSecrets } from "../../calls/secrets.ts";
import type { Opened } from "../../resources/open.ts";
import type { ResourceKind } from "../../resources/resource.ts";
import { agave, pageOf } from "../agave/client.ts";
import { searchFilter, searchOf } from "../agave/search-filter.ts";
import { counted } from "../reconciliation/words.ts";
import { jobGroupings } from "./groupings.ts";
import { isUnderWay, type ListedJob } from "./job.ts";
import { jobNode } from "./node.ts";
import { jobDialect, jobFilterExamples } from "./search.ts";

/** The orders that the server sorts by. */
const orders: Readonly<Record<string, { readonly orderBy: string; readonly order: "asc" | "desc" }>> = {
  newest: { orderBy: "created", order: "desc" },
  oldest: { orderBy: "created", order: "asc" },
  ended: { orderBy: "endtime", order: "desc" },
  name: { orderBy: "name", order: "asc" },
  status: { orderBy: "status", order: "asc" },
};

/** Lists tell all that there is of a job. */
const whole = { filter: ["*"] };

/** The most jobs that are asked for by their ids at once: less than every server gives in one page, and short enough for an address. */
const mostAtOnce = 50;

/** The jobs of Agave. */
export const jobKind: ResourceKind<ListedJob> = {
  one: "job",
  many: "jobs",
  filter: { ...searchFilter(jobDialect), examples: () => jobFilterExamples(Date.now()) },
  sorts: [
    { id: "newest", label: "Newest first" },
    { id: "oldest", label: "Oldest first" },
    { id: "ended", label: "Last ended first" },
    { id: "name", label: "Name" },
    { id: "status", label: "Status" },
  ],
  groupings: jobGroupings,

  async read(opened, { offset, limit, filter, sort, signal }) {
    const search = filter === undefined ? {} : searchOf(jobDialect, filter);
    const items = await agave(opened).call(
      "jobs.list",
      { ...whole, limit, offset, search, ...(sort === undefined ? {} : orders[sort]) },
      signal ? { signal } : {},
    );
    const page = pageOf(items as readonly Job[], offset, limit);
    return asksForDeleted(search) ? { ...page, items: page.items.map(asDeleted) } : page;
  },

  idOf: ({ id }) => id,
  nameOf: ({ name, id }) => name || id,
  json: ({ deleted, ...job }) => withoutSecrets({}, job).shown,
  call: (id) => ({ operation: "jobs.get", args: { jobId: id } }),
  nodes: ({ host }, resources) => resources.map((resource) => jobNode(host, resource)),

  follow: {
    isUnfinished: isUnderWay,
    async read(opened, ids, signal) {
      const found = batches(ids, mostAtOnce).map((some) => readSome(opened, some, signal));
      return (await Promise.all(found)).flat();
    },
  },

  badge(_host, resources) {
    const running = resources.filter(({ data }) => isUnderWay(data)).length;
    if (running === 0) return undefined;
    return { value: running, tooltip: `${counted(running, "job")} under way` };
  },
};

function readSome(opened: Opened, ids: readonly string[], signal: AbortSignal): Promise<readonly Job[]> {
  const search = { "id.in": ids.join(",") };
  const jobs = agave(opened).call("jobs.list", { ...whole, limit: ids.length, search }, { signal });
  return jobs as Promise<readonly Job[]>;
}

function asksForDeleted(search: Readonly<Record<string, string>>): boolean {
  const wanted = search.visible ?? search["visible.eq"];
  return wanted?.toLowerCase() === "false";
}

function asDeleted(job: Job): ListedJob {
  return { ...job, deleted: true };
}
