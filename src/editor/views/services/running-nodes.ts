import { describeProblem, type Problem } from "../../problem.ts";
import type { ListPlace } from "../../resources/resource.ts";
import { markdownText, type NodeIcon, type TreeNode } from "../../tree/node.ts";
import {
  addressOf,
  forgetStarted,
  type RunningSubject,
  type StartedService,
  startedServices,
} from "./running.ts";
import { osparcClient } from "./service.ts";

/** How a service stands with the director. */
type Standing = "running" | "unconfirmed" | "gone" | Problem;

/** The services that were started from here and run, or may run: the director is asked for each. Those that have ended are forgotten. */
export async function runningNodes(place: ListPlace): Promise<readonly TreeNode[]> {
  const { host, connection, ownerId } = place;
  const services = await startedServices(host, connection);
  const asked = await Promise.all(
    services.map(async (service) => ({ service, standing: await standingOf(place, service) })),
  );
  for (const { service, standing } of asked)
    if (standing === "gone") {
      host.log.info(`${connection}: ${service.name} (${service.uuid}) does not run any more`);
      await forgetStarted(host, service);
    }
  const shown = asked.filter(({ standing }) => standing !== "gone");
  if (shown.length === 0) return [];
  const id = `${ownerId}/running`;
  return [
    {
      id,
      label: "Running",
      description: `${shown.length.toLocaleString("en")} started from here`,
      icon: { id: "run-all" },
      noun: "runningServices",
      expanded: true,
      children: () => shown.map(({ service, standing }) => runningNode(id, service, standing)),
    },
  ];
}

async function standingOf(
  { host, connection, signal }: ListPlace,
  service: StartedService,
): Promise<Standing> {
  try {
    const client = await osparcClient(host, connection);
    await client.call("running_interactive_services_get", { service_uuid: service.uuid }, { signal });
    return "running";
  } catch (error) {
    if (signal.aborted) throw error;
    const problem = describeProblem(error);
    if (problem.kind !== "notFound") return problem;
    return service.port === undefined ? "unconfirmed" : "gone";
  }
}

interface StandingLook {
  readonly text: string;
  readonly icon: NodeIcon;
  readonly flag: string;
}

const looks = {
  running: { text: "running", icon: { id: "vm-running", color: "testing.iconPassed" }, flag: "running" },
  unconfirmed: {
    text: "start not confirmed",
    icon: { id: "question", color: "list.warningForeground" },
    flag: "unconfirmed",
  },
  gone: { text: "gone", icon: { id: "circle-slash" }, flag: "gone" },
} as const satisfies Record<string, StandingLook>;

function lookOf(standing: Standing): StandingLook {
  if (typeof standing === "string") return looks[standing];
  return { text: standing.title, icon: { id: "warning", color: "list.warningForeground" }, flag: "unknown" };
}

function runningNode(ownerId: string, service: StartedService, standing: Standing): TreeNode {
  const { connection, uuid, name, version, port, user, key } = service;
  const look = lookOf(standing);
  const address = addressOf(service);
  const opens = port === null ? "opens no port" : port === undefined ? undefined : `port ${port}`;
  const subject: RunningSubject = { kind: "runningService", connection, service };
  const rows = [
    ["key", `${key}:${version}`],
    ["uuid", uuid],
    ["user", user],
    ["address", address],
  ].filter((row): row is [string, string] => row[1] !== undefined);
  return {
    id: `${ownerId}/${uuid}`,
    label: `${name} ${version}`,
    description: [look.text, opens, uuid.slice(0, 8)].filter(Boolean).join(" · "),
    tooltip: [
      ...rows.map(([label, value]) => `- ${label}: ${markdownText(value)}`),
      ...(typeof standing === "string" ? [] : ["", markdownText(standing.message)]),
    ].join("\n"),
    icon: look.icon,
    noun: "runningService",
    flags: [look.flag, ...(address === undefined ? [] : ["address"])],
    spoken: "running service",
    subject,
  };
}
