import type { JobSummary } from "../../../platforms/agave/answers/jobs.ts";
import type { ResourceKind } from "../../resources/resource.ts";
import { agave, pageOf } from "../agave/client.ts";
import { agaveOperators, type SearchDialect, searchFilter, searchOf } from "../agave/search-filter.ts";
import { jobNode } from "./node.ts";

const dialect: SearchDialect = {
  fields: {
    name: "text",
    status: "text",
    appid: "text",
    executionsystem: "text",
    owner: "text",
    id: "text",
    created: "date",
    starttime: "date",
    endtime: "date",
    submittime: "date",
    archive: "boolean",
  },
  operators: agaveOperators,
  word: (word) => ["name.like", `*${word}*`],
  example: "status=FINISHED created.after=2030-01-31",
};

/** The jobs of Agave. */
export const jobKind: ResourceKind<JobSummary> = {
  one: "job",
  many: "jobs",
  filter: searchFilter(dialect),
  sorts: [
    {
      id: "name",
      label: "Name",
      compare: (one, other) => (one.name ?? one.id).localeCompare(other.name ?? other.id, "en"),
    },
  ],
  groupings: [],

  async read(opened, { offset, limit, filter, signal }) {
    const search = filter === undefined ? {} : { search: searchOf(dialect, filter) };
    const items = await agave(opened).call(
      "jobs.list",
      { limit, offset, ...search },
      signal ? { signal } : {},
    );
    return pageOf(items, offset, limit);
  },

  idOf: ({ id }) => id,
  nameOf: (data) => data.name ?? data.id,
  call: (id) => ({ operation: "jobs.get", args: { jobId: id } }),
  nodes: (_place, resources) => resources.map(jobNode),
};
