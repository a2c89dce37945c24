import type { JobSummary } from "../../../platforms/agave/answers/jobs.ts";
import { ownerOf } from "../../grants/owner.ts";
import { grantsNode } from "../../grants/section.ts";
import type { Host } from "../../host.ts";
import { metadataNode } from "../../metadata/section.ts";
import { notificationsNode } from "../../notifications/section.ts";
import type { Resource } from "../../resources/resource.ts";
import { resourceNode, resourceNodeId } from "../../resources/resource-node.ts";
import { markdownText, type TreeNode } from "../../tree/node.ts";
import { detailsNode } from "./details.ts";
import { historyNode } from "./history.ts";
import { outputsNode } from "./outputs.ts";
import { isFinal, jobLook } from "./status.ts";
import { durationText } from "./times.ts";

/** A job as an item of the view. */
export function jobNode(host: Host, resource: Resource<JobSummary>): TreeNode {
  const { data, name, connection } = resource;
  const { id, status, appId, startTime, endTime } = data;
  const look = jobLook(status);
  const ownerId = resourceNodeId(resource);
  const place = { connection, job: id, name };
  return resourceNode(resource, {
    label: name,
    description: [look.text, appId, durationText(startTime, endTime)].filter(Boolean).join(" · "),
    tooltip: tooltip(resource),
    icon: look.icon,
    noun: "job",
    flags: [isFinal(status) ? "final" : "unfinished"],
    spoken: "job",
    children: () => [
      historyNode(host, ownerId, place),
      outputsNode(host, ownerId, place),
      detailsNode(host, ownerId, place),
      grantsNode(host, ownerId, { kind: "job", connection, id, name, ...ownerOf(data) }),
      metadataNode(host, ownerId, { connection, uuid: id, name }),
      notificationsNode(host, ownerId, { connection, uuid: id, of: "job", name }),
    ],
  });
}

function tooltip({ connection, data, name }: Resource<JobSummary>): string {
  const rows = [
    ["connection", connection],
    ["id", data.id],
    ["status", data.status],
    ["app", data.appId],
    ["system", data.executionSystem],
    ["owner", data.owner],
    ["created", data.created],
    ["started", data.startTime],
    ["ended", data.endTime],
  ].filter((row): row is [string, string] => Boolean(row[1]));
  const table = rows.map(([label, value]) => `- ${label}: ${markdownText(value)}`).join("\n");
  return `**${markdownText(name)}**\n\n${table}`;
}
