import type { System } from "../../../platforms/agave/answers/systems.ts";
import type { Host } from "../../host.ts";
import { openConnection } from "../../resources/open.ts";
import { factNode, sectionNode } from "../../resources/section.ts";
import type { TreeNode } from "../../tree/node.ts";
import { agave } from "../agave/client.ts";
import type { SystemPlace } from "./subjects.ts";

/** Where a system is, how it is reached, and what its queues take. Secrets are not among it. */
export function detailsNode(
  host: Host,
  ownerId: string,
  { connection, system: systemId }: SystemPlace,
): TreeNode {
  return sectionNode(ownerId, {
    name: "details",
    label: "Details",
    icon: { id: "list-unordered" },
    noun: "systemDetails",
    none: "The platform tells nothing of it",
    async load(signal) {
      const client = agave(await openConnection(host.sessions, connection));
      const system = await client.call("systems.get", { systemId }, { signal });
      return factsOf(`${ownerId}/details`, system);
    },
  });
}

type Fields = Readonly<Record<string, unknown>>;

function factsOf(id: string, system: System): readonly TreeNode[] {
  const { storage = {}, login = {}, queues = [] } = system;
  return [
    factNode(id, "owner", system.owner, "account"),
    factNode(id, "site", system.site),
    factNode(id, "status", system.status),
    factNode(id, "storage", reached(storage), "database"),
    factNode(id, "root folder", text(storage.rootDir), "root-folder"),
    factNode(id, "home folder", text(storage.homeDir), "home"),
    factNode(id, "login", reached(login), "terminal"),
    factNode(id, "scheduler", system.scheduler, "calendar"),
    ...queues.map((queue) => queueNode(id, queue as Fields)),
  ].filter((node) => node !== undefined);
}

function queueNode(id: string, queue: Fields): TreeNode | undefined {
  const limits = [
    ["nodes", queue.maxNodes],
    ["hours", queue.maxRequestedTime],
    ["jobs", queue.maxJobs],
  ].flatMap(([name, value]) =>
    value === undefined || value === null || value === -1 ? [] : `${name} ${value}`,
  );
  const words = [queue.default === true ? "default" : "", ...limits].filter(Boolean).join(" · ");
  return factNode(id, `queue ${text(queue.name) ?? ""}`, words || "no limits told", "layers");
}

/** `SFTP data.example.org:22`. */
function reached({ protocol, host, port }: Fields): string | undefined {
  if (text(host) === undefined) return undefined;
  return [text(protocol), [text(host), port].filter(Boolean).join(":")].filter(Boolean).join(" ");
}

function text(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}
