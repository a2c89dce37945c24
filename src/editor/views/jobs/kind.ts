import type { JobSummary } from "../../../platforms/agave/answers/jobs.ts";
import type { ResourceKind } from "../../resources/resource.ts";
import { agave, pageOf } from "../agave/client.ts";
import { agaveOperators, type SearchDialect, searchFilter, searchOf } from "../agave/search-filter.ts";
import { counted } from "../reconciliation/words.ts";
import { jobNode } from "./node.ts";
import { isFinal, jobLook } from "./status.ts";

/** What jobs are searched by (JobSearchFilter.java). */
const dialect: SearchDialect = {
  fields: {
    name: "text",
    status: "text",
    appid: "text",
    executionsystem: "text",
    owner: "text",
    id: "text",
    created: "date",
    submittime: "date",
    starttime: "date",
    endtime: "date",
    archive: "boolean",
    archivepath: "text",
    archivesystem: "text",
    batchqueue: "text",
    nodecount: "number",
    inputs: "text",
    parameters: "text",
  },
  operators: agaveOperators,
  word: (word) => ["name.like", `*${word}*`],
  example: "status=FINISHED created.after=2030-01-31",
};

/** The orders that the server sorts by. */
const orders: Readonly<Record<string, { readonly orderBy: string; readonly order: "asc" | "desc" }>> = {
  name: { orderBy: "name", order: "asc" },
  oldest: { orderBy: "created", order: "asc" },
  newest: { orderBy: "created", order: "desc" },
  status: { orderBy: "status", order: "asc" },
};

/** The jobs of Agave. */
export const jobKind: ResourceKind<JobSummary> = {
  one: "job",
  many: "jobs",
  filter: searchFilter(dialect),
  sorts: [
    { id: "newest", label: "Newest first" },
    { id: "oldest", label: "Oldest first" },
    { id: "name", label: "Name" },
    { id: "status", label: "Status" },
  ],
  groupings: [
    {
      id: "status",
      label: "Status",
      of({ status }) {
        const { text, icon } = jobLook(status);
        return { id: status ?? "unknown", label: `${text[0]?.toUpperCase()}${text.slice(1)}`, icon };
      },
    },
    {
      id: "app",
      label: "App",
      of: ({ appId = "unknown" }) => ({ id: appId, label: appId, icon: { id: "package" } }),
    },
    {
      id: "system",
      label: "System",
      of: ({ executionSystem = "unknown" }) => ({
        id: executionSystem,
        label: executionSystem,
        icon: { id: "server" },
      }),
    },
  ],

  async read(opened, { offset, limit, filter, sort, signal }) {
    const items = await agave(opened).call(
      "jobs.list",
      {
        limit,
        offset,
        ...(filter === undefined ? {} : { search: searchOf(dialect, filter) }),
        ...(sort === undefined ? {} : orders[sort]),
      },
      signal ? { signal } : {},
    );
    return pageOf(items, offset, limit);
  },

  idOf: ({ id }) => id,
  nameOf: ({ name, id }) => name ?? id,
  call: (id) => ({ operation: "jobs.get", args: { jobId: id } }),
  nodes: ({ host }, resources) => resources.map((resource) => jobNode(host, resource)),

  follow: {
    isUnfinished: ({ status }) => !isFinal(status),
    read: (opened, ids, signal) =>
      agave(opened).call("jobs.list", { limit: ids.length, search: { "id.in": ids.join(",") } }, { signal }),
  },

  badge(_host, resources) {
    const running = resources.filter(({ data }) => !isFinal(data.status)).length;
    if (running === 0) return undefined;
    return { value: running, tooltip: `${counted(running, "job")} under way` };
  },
};
