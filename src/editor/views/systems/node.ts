import type { System } from "../../../platforms/agave/answers/systems.ts";
import { ownerOf } from "../../grants/owner.ts";
import { grantsNode } from "../../grants/section.ts";
import type { Host } from "../../host.ts";
import { metadataNode } from "../../metadata/section.ts";
import { notificationsNode } from "../../notifications/section.ts";
import type { Resource } from "../../resources/resource.ts";
import { resourceNode, resourceNodeId } from "../../resources/resource-node.ts";
import { markdownText, type TreeNode } from "../../tree/node.ts";
import { credentialsNode } from "./credentials.ts";
import { detailsNode } from "./details.ts";
import { filesNode } from "./file-nodes.ts";
import { systemIcon } from "./look.ts";

/** A system as an item of the view. */
export function systemNode(host: Host, resource: Resource<System>): TreeNode {
  const { data, name, connection, id } = resource;
  const ownerId = resourceNodeId(resource);
  const isDisabled = data.available === false;
  return resourceNode(resource, {
    label: name,
    description: [
      name === id ? undefined : id,
      data.type?.toLowerCase(),
      data.public ? "public" : "private",
      data.default ? "default" : undefined,
      isDisabled ? "disabled" : undefined,
      data.status === undefined || data.status === "UP" ? undefined : data.status.toLowerCase(),
    ]
      .filter(Boolean)
      .join(" · "),
    tooltip: tooltip(resource),
    icon: systemIcon(data),
    noun: "system",
    flags: [
      data.public ? "public" : "private",
      isDisabled ? "disabled" : "enabled",
      data.default ? "default" : "other",
      ...(data.public ? [] : ["editable"]),
    ],
    spoken: "system",
    children: () => [
      filesNode(host, ownerId, { connection, system: id, name }),
      detailsNode(host, ownerId, { connection, system: id, name }),
      ...(data.public
        ? []
        : [
            grantsNode(host, ownerId, { kind: "system", connection, id, name, ...ownerOf(data) }),
            credentialsNode(host, ownerId, { connection, system: id, name }),
          ]),
      ...(data.uuid === undefined
        ? []
        : [
            metadataNode(host, ownerId, { connection, uuid: data.uuid, name }),
            notificationsNode(host, ownerId, { connection, uuid: data.uuid, of: "system", name }),
          ]),
    ],
  });
}

function tooltip({ connection, data, name }: Resource<System>): string {
  const rows = [
    ["connection", connection],
    ["id", data.id],
    ["type", data.type],
    ["owner", data.owner],
    ["status", data.status],
    ["site", data.site],
    ["last changed", data.lastUpdated],
  ].filter((row): row is [string, string] => Boolean(row[1]));
  const table = rows.map(([label, value]) => `- ${label}: ${markdownText(value)}`).join("\n");
  return [`**${markdownText(name)}**`, markdownText(data.description ?? ""), table]
    .filter(Boolean)
    .join("\n\n");
}
