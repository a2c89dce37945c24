import type { AppSummary } from "../../../platforms/agave/answers/apps.ts";
import type { ResourceKind } from "../../resources/resource.ts";
import { agave, pageOf } from "../agave/client.ts";
import { agaveOperators, type SearchDialect, searchFilter, searchOf } from "../agave/search-filter.ts";
import { appNode } from "./node.ts";

const dialect: SearchDialect = {
  fields: {
    name: "text",
    version: "text",
    id: "text",
    executionsystem: "text",
    public: "boolean",
    tags: "text",
    owner: "text",
    available: "boolean",
  },
  operators: agaveOperators,
  word: (word) => ["name.like", `*${word}*`],
  example: "name.like=*seg* public=true",
};

/** The apps of Agave. */
export const appKind: ResourceKind<AppSummary> = {
  one: "app",
  many: "apps",
  filter: searchFilter(dialect),
  sorts: [{ id: "name", label: "Name", compare: (one, other) => one.id.localeCompare(other.id, "en") }],
  groupings: [],

  async read(opened, { offset, limit, filter, signal }) {
    const search = filter === undefined ? {} : { search: searchOf(dialect, filter) };
    const items = await agave(opened).call(
      "apps.list",
      { limit, offset, ...search },
      signal ? { signal } : {},
    );
    return pageOf(items, offset, limit);
  },

  idOf: ({ id }) => id,
  nameOf: (data) => data.id,
  call: (id) => ({ operation: "apps.get", args: { appId: id } }),
  nodes: (_place, resources) => resources.map(appNode),
};
