import type { Service } from "../../../platforms/osparc/answers.ts";
import { localFilter } from "../../resources/local-filter.ts";
import type { ResourceKind } from "../../resources/resource.ts";
import { runningNodes } from "./running-nodes.ts";
import { isInteractive, serviceId } from "./service.ts";
import { serviceNodes } from "./service-nodes.ts";

/** The services of oSPARC: those that can be started, and those that run. */
export const serviceKind: ResourceKind<Service> = {
  one: "service",
  many: "services",

  filter: localFilter(["name", "key", "version", "type", "author"], "viewer type:dynamic", (service) => ({
    name: service.name,
    key: service.key,
    version: service.version,
    type: service.type,
    author: service.authors?.map(({ name, email }) => [name, email].join(" ")).join(" "),
    description: service.description,
  })),

  sorts: [],
  groupings: [
    {
      id: "type",
      label: "Type",
      of: (service) =>
        isInteractive(service)
          ? { id: "dynamic", label: "Interactive", icon: { id: "browser" } }
          : { id: "computational", label: "Computational", icon: { id: "server-process" } },
    },
    {
      id: "author",
      label: "Author",
      of({ authors }) {
        const author = authors?.[0]?.name ?? authors?.[0]?.email;
        return { id: author ?? "none", label: author ?? "No author", icon: { id: "person" } };
      },
    },
  ],

  async read({ client }, { signal }) {
    const options = signal ? { signal } : {};
    const services = (await client.callNamed("services_get", {}, options)) as readonly Service[];
    return { items: services, total: services.length };
  },

  idOf: serviceId,
  nameOf: ({ name, key, version }) => `${name ?? key} ${version}`,

  call(id) {
    const colon = id.lastIndexOf(":");
    return {
      operation: "services_by_key_version_get",
      args: { service_key: id.slice(0, colon), service_version: id.slice(colon + 1) },
    };
  },

  ahead: runningNodes,
  nodes: serviceNodes,
};
