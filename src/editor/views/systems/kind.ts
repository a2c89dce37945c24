import type { System } from "../../../platforms/agave/answers/systems.ts";
import type { ResourceKind } from "../../resources/resource.ts";
import { agave, pageOf } from "../agave/client.ts";
import { agaveOperators, type SearchDialect, searchFilter, searchOf } from "../agave/search-filter.ts";
import { systemIcon } from "./look.ts";
import { systemNode } from "./node.ts";

/** What systems are searched by (SystemSearchFilter.java). */
const dialect: SearchDialect = {
  fields: {
    name: "text",
    id: "text",
    type: "text",
    owner: "text",
    status: "text",
    public: "boolean",
    default: "boolean",
    globaldefault: "boolean",
    description: "text",
    site: "text",
    executiontype: "text",
    scheduler: "text",
    "storage.host": "text",
    "storage.protocol": "text",
    "login.host": "text",
    "login.protocol": "text",
    "queues.name": "text",
    created: "date",
    lastupdated: "date",
  },
  operators: agaveOperators,
  word: (word) => ["name.like", `*${word}*`],
  example: "type=STORAGE name.like=*imaging*",
};

/** What a list shows of a system; the server gives less where it is not asked. */
const listed = [
  "id",
  "uuid",
  "name",
  "type",
  "description",
  "status",
  "public",
  "default",
  "globalDefault",
  "available",
  "owner",
  "site",
  "lastModified",
];

/** The systems of Agave. */
export const systemKind: ResourceKind<System> = {
  one: "system",
  many: "systems",
  filter: searchFilter(dialect),
  sorts: [
    { id: "name", label: "Name", compare: (one, other) => nameOf(one).localeCompare(nameOf(other), "en") },
    { id: "id", label: "Id", compare: (one, other) => one.id.localeCompare(other.id, "en") },
  ],
  groupings: [
    {
      id: "type",
      label: "Type",
      of: ({ type }) =>
        type === "EXECUTION"
          ? { id: "execution", label: "Execution", icon: systemIcon({ type }) }
          : { id: "storage", label: "Storage", icon: systemIcon({ type: "STORAGE" }) },
    },
    {
      id: "public",
      label: "Public or private",
      of: (system) =>
        system.public
          ? { id: "public", label: "Public", icon: { id: "globe" } }
          : { id: "private", label: "Private", icon: { id: "lock" } },
    },
  ],

  async read(opened, { offset, limit, filter, signal }) {
    const search = filter === undefined ? {} : { search: searchOf(dialect, filter) };
    const items = await agave(opened).call(
      "systems.list",
      { limit, offset, filter: listed, ...search },
      signal ? { signal } : {},
    );
    return pageOf(items as readonly System[], offset, limit);
  },

  idOf: ({ id }) => id,
  nameOf,
  call: (id) => ({ operation: "systems.get", args: { systemId: id } }),
  edit: "system",
  nodes: ({ host }, resources) => resources.map((resource) => systemNode(host, resource)),
};

function nameOf({ name, id }: System): string {
  return name ?? id;
}
