import type { Actor } from "../../../platforms/agave/answers/actors.ts";
import type { ResourceKind } from "../../resources/resource.ts";
import { agave, pageOf } from "../agave/client.ts";
import { type SearchDialect, searchFilter, searchOf } from "../agave/search-filter.ts";
import { counted } from "../reconciliation/words.ts";
import { actorNode } from "./node.ts";
import { isPassing, statusLook } from "./status.ts";

/** How Abaco is searched: by fields, and by words in all of them. */
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
    { id: "name", label: "Name", compare: byText(actorName) },
    {
      id: "updated",
      label: "Last updated first",
      compare: byText(({ lastUpdateTime }) => lastUpdateTime, -1),
    },
    { id: "owner", label: "Owner", compare: byText(({ owner }) => owner) },
  ],
  groupings: [
    {
      id: "status",
      label: "Status",
      of({ status = "unknown" }) {
        const { text, icon } = statusLook(status);
        return { id: status, label: `${text[0]?.toUpperCase()}${text.slice(1)}`, icon };
      },
    },
    {
      id: "image",
      label: "Image",
      of: ({ image }) => ({ id: image, label: image, icon: { id: "package" } }),
    },
    {
      id: "owner",
      label: "Owner",
      of: ({ owner = "unknown" }) => ({ id: owner, label: owner, icon: { id: "account" } }),
    },
  ],

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
  nameOf: actorName,
  call: (id) => ({ operation: "actors.get", args: { actorId: id } }),
  edit: "actor",
  nodes: ({ host }, resources) => resources.map((resource) => actorNode(host, resource)),

  follow: {
    isUnfinished: ({ status }) => isPassing(status),
    read: (opened, ids, signal) =>
      agave(opened).call(
        "actors.list",
        { limit: ids.length, search: { "id.in": ids.join(",") } },
        { signal },
      ),
  },

  badge(_host, resources) {
    const failed = resources.filter(({ data }) => data.status === "ERROR").length;
    if (failed === 0) return undefined;
    return { value: failed, tooltip: `${counted(failed, "actor")} in error` };
  },
};

function actorName({ name, id }: Actor): string {
  return name || id;
}

function byText(textOf: (actor: Actor) => string | undefined, direction = 1) {
  return (one: Actor, other: Actor) =>
    direction * (textOf(one) ?? "").localeCompare(textOf(other) ?? "", "en");
}
