import type { App } from "../../../platforms/agave/answers/apps.ts";
import type { ResourceKind } from "../../resources/resource.ts";
import { agave, pageOf } from "../agave/client.ts";
import { searchFilter, searchOf } from "../agave/search-filter.ts";
import { newestFirst } from "../services/versions.ts";
import { appName } from "./app.ts";
import { appDialect } from "./dialect.ts";
import { appNode } from "./node.ts";

/** What is wanted of each app in a list. A list does not tell what an app takes. */
const listed = [
  "id",
  "uuid",
  "name",
  "version",
  "revision",
  "isPublic",
  "available",
  "owner",
  "label",
  "shortDescription",
  "longDescription",
  "executionSystem",
  "deploymentSystem",
  "tags",
  "lastModified",
];

/** The apps of Agave. */
export const appKind: ResourceKind<App> = {
  one: "app",
  many: "apps",
  filter: searchFilter(appDialect),
  sorts: [
    { id: "name", label: "Name and version", compare: byNameAndVersion },
    {
      id: "changed",
      label: "Last changed first",
      compare: (one, other) => (other.lastModified ?? "").localeCompare(one.lastModified ?? ""),
    },
    {
      id: "system",
      label: "Execution system",
      compare: (one, other) =>
        (one.executionSystem ?? "").localeCompare(other.executionSystem ?? "", "en") ||
        byNameAndVersion(one, other),
    },
  ],
  groupings: [
    {
      id: "name",
      label: "Name",
      of: ({ name }) => ({ id: name, label: name, icon: { id: "package" } }),
      compare: byNameAndVersion,
    },
    {
      id: "system",
      label: "Execution system",
      of: ({ executionSystem = "unknown" }) => ({
        id: executionSystem,
        label: executionSystem,
        icon: { id: "server" },
      }),
    },
    {
      id: "visibility",
      label: "Public or private",
      of: ({ isPublic }) =>
        isPublic
          ? { id: "public", label: "Public", icon: { id: "globe" } }
          : { id: "private", label: "Private", icon: { id: "lock" } },
    },
    {
      id: "tags",
      label: "Tags",
      of({ tags = [] }) {
        const all = tags.toSorted().join(", ");
        return { id: all || "none", label: all || "No tags", icon: { id: "tag" } };
      },
    },
  ],

  async read(opened, { offset, limit, filter, signal }) {
    const search = filter === undefined ? {} : { search: searchOf(appDialect, filter) };
    const items = await agave(opened).call(
      "apps.list",
      { limit, offset, filter: listed, ...search },
      signal ? { signal } : {},
    );
    return pageOf(items as readonly App[], offset, limit);
  },

  idOf: ({ id }) => id,
  nameOf: appName,
  call: (id) => ({ operation: "apps.get", args: { appId: id } }),
  edit: "app",
  inPart: true,
  nodes: ({ host }, resources) => resources.map((resource) => appNode(host, resource)),
};

/** By name; of one name the newest version first, and of one version the newest revision. */
function byNameAndVersion(one: App, other: App): number {
  return (
    one.name.localeCompare(other.name, "en") ||
    newestFirst(one.version, other.version) ||
    (other.revision ?? 0) - (one.revision ?? 0)
  );
}
