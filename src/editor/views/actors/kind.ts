import type { Actor } from "../../../platforms/agave/answers/actors.ts";
import type { ResourceKind } from "../../resources/resource.ts";
import { agave, pageOf } from "../agave/client.ts";
import { type SearchDialect, searchFilter, searchOf } from "../agave/search-filter.ts";
import { actorNode } from "./node.ts";

const dialect: SearchDialect = {
  fields: {
    name: "text",
    description: "text",
    image: "text",
    owner: "text",
    status: "text",
    id: "text",
    stateless: "boolean",
    privileged: "boolean",
  },
  operators: ["eq", "neq", "lt", "lte", "gt", "gte", "in", "nin", "like", "nlike", "between"],
  word: (word) => ["search", word],
  example: "status=READY name.like=count",
};

/** The actors of Agave. */
export const actorKind: ResourceKind<Actor> = {
  one: "actor",
  many: "actors",
  filter: searchFilter(dialect),
  sorts: [
    {
      id: "name",
      label: "Name",
      compare: (one, other) => (one.name || one.id).localeCompare(other.name || other.id, "en"),
    },
  ],
  groupings: [],

  async read(opened, { offset, limit, filter, signal }) {
    const search = filter === undefined ? {} : { search: searchOf(dialect, filter) };
    const items = await agave(opened).call(
      "actors.list",
      { limit, offset, ...search },
      signal ? { signal } : {},
    );
    return pageOf(items, offset, limit);
  },

  idOf: ({ id }) => id,
  nameOf: (data) => data.name || data.id,
  call: (id) => ({ operation: "actors.get", args: { actorId: id } }),
  nodes: (_place, resources) => resources.map(actorNode),
};
