import type { SystemSummary } from "../../../platforms/agave/answers/systems.ts";
import type { ResourceKind } from "../../resources/resource.ts";
import { agave, pageOf } from "../agave/client.ts";
import { agaveOperators, type SearchDialect, searchFilter, searchOf } from "../agave/search-filter.ts";
import { systemNode } from "./node.ts";

const dialect: SearchDialect = {
  fields: {
    name: "text",
    id: "text",
    type: "text",
    status: "text",
    public: "boolean",
    default: "boolean",
    "storage.host": "text",
    "login.host": "text",
  },
  operators: agaveOperators,
  word: (word) => ["name.like", `*${word}*`],
  example: "type=STORAGE name.like=*imaging*",
};

/** The systems of Agave. */
export const systemKind: ResourceKind<SystemSummary> = {
  one: "system",
  many: "systems",
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
      "systems.list",
      { limit, offset, ...search },
      signal ? { signal } : {},
    );
    return pageOf(items, offset, limit);
  },

  idOf: ({ id }) => id,
  nameOf: (data) => data.name ?? data.id,
  call: (id) => ({ operation: "systems.get", args: { systemId: id } }),
  nodes: (_place, resources) => resources.map(systemNode),
};
