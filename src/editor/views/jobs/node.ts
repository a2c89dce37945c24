import { ownerOf } from "../../grants/owner.ts";
import { grantsNode } from "../../grants/section.ts";
import type { Host } from "../../host.ts";
import { metadataNode } from "../../metadata/section.ts";
import { notificationsNode } from "../../notifications/section.ts";
import { resourceNode, resourceNodeId } from "../../resources/resource-node.ts";
import type { TreeNode } from "../../tree/node.ts";
import { argumentsNode } from "./arguments.ts";
import { detailsNode } from "./details.ts";
import { historyNode } from "./history.ts";
import { isUnderWay, type JobResource, type ListedJob } from "./job.ts";
import { outputsNode } from "./outputs.ts";
import { jobLook } from "./status.ts";
import { agoText, durationText } from "./times.ts";
import { jobTooltip } from "./tooltip.ts";

/** A job as an item of the view. */
export function jobNode(host: Host, resource: JobResource): TreeNode {
  const { data, name } = resource;
  const look = jobLook(data.status);
  const common = { label: name, tooltip: jobTooltip(resource), noun: "job" };
  if (data.deleted)
    return resourceNode(resource, {
      ...common,
      description: ["deleted", look.text, data.appId].filter(Boolean).join(" · "),
      icon: { id: "trash" },
      flags: ["deleted"],
      spoken: "job",
    });
  const underWay = isUnderWay(data);
  return resourceNode(resource, {
    ...common,
    description: [...stateOf(data, look.text, underWay), data.appId].filter(Boolean).join(" · "),
    icon: look.icon,
    flags: ["listed", underWay ? "unfinished" : "final"],
    spoken: "job",
    children: () => sections(host, resource, underWay),
  });
}

/** What it does and since when: `finished 3 h ago`, `30 min`. */
function stateOf(
  { status, created, startTime, endTime }: ListedJob,
  state: string,
  underWay: boolean,
): readonly (string | undefined)[] {
  const now = Date.now();
  const ended = underWay || !status ? undefined : agoText(endTime, now);
  if (ended !== undefined) return [`${state} ${ended}`, durationText(startTime, endTime)];
  const started = agoText(startTime, now);
  return [state, started === undefined ? prefixed("created", agoText(created, now)) : `started ${started}`];
}

function prefixed(prefix: string, text: string | undefined): string | undefined {
  return text && `${prefix} ${text}`;
}

function sections(host: Host, resource: JobResource, underWay: boolean): readonly TreeNode[] {
  const { connection, id, name, data } = resource;
  const ownerId = resourceNodeId(resource);
  const place = { connection, job: id, name };
  return [
    historyNode(host, ownerId, place),
    outputsNode(host, ownerId, place, underWay),
    argumentsNode(host, ownerId, place),
    detailsNode(host, ownerId, place),
    grantsNode(host, ownerId, { kind: "job", connection, id, name, ...ownerOf(data) }),
    metadataNode(host, ownerId, { connection, uuid: id, name }),
    notificationsNode(host, ownerId, { connection, uuid: id, of: "job", name }),
  ];
}
