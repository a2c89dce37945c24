import type { Actor } from "../../../platforms/agave/answers/actors.ts";
import { ownerOf } from "../../grants/owner.ts";
import { grantsNode } from "../../grants/section.ts";
import type { Host } from "../../host.ts";
import type { Resource } from "../../resources/resource.ts";
import { resourceNode, resourceNodeId } from "../../resources/resource-node.ts";
import { markdownText, type TreeNode } from "../../tree/node.ts";
import { momentText } from "../jobs/times.ts";
import { executionsNode } from "./executions.ts";
import { messagesNode, noncesNode, stateNode, workersNode } from "./sections.ts";
import { statusLook } from "./status.ts";

/** An actor as an item of the view. */
export function actorNode(host: Host, resource: Resource<Actor>): TreeNode {
  const { data, name, connection } = resource;
  const look = statusLook(data.status);
  const ownerId = resourceNodeId(resource);
  const actor = { connection, actor: data.id, name };
  return resourceNode(resource, {
    label: name,
    description: [look.text, data.stateless === false ? "keeps state" : undefined, data.image]
      .filter(Boolean)
      .join(" · "),
    tooltip: tooltip(resource),
    icon: look.icon,
    noun: "actor",
    flags: ["editable", ...(data.statusMessage?.trim() ? ["message"] : [])],
    spoken: "actor",
    children: () => [
      executionsNode(host, ownerId, actor),
      messagesNode(host, ownerId, actor),
      ...(data.stateless === false ? [stateNode(ownerId, actor)] : []),
      workersNode(host, ownerId, actor),
      noncesNode(host, ownerId, actor),
      grantsNode(host, ownerId, { kind: "actor", connection, id: data.id, name, ...ownerOf(data) }),
    ],
  });
}

function tooltip({ connection, data, name }: Resource<Actor>): string {
  const rows = [
    ["connection", connection],
    ["id", data.id],
    ["image", data.image],
    ["owner", data.owner],
    ["status", [data.status, data.statusMessage?.trim()].filter(Boolean).join(": ")],
    ["keeps state", data.stateless === false ? "yes" : "no"],
    ["privileged", data.privileged ? "yes" : undefined],
    ["created", data.createTime && momentText(data.createTime)],
    ["last updated", data.lastUpdateTime && momentText(data.lastUpdateTime)],
  ].filter((row): row is [string, string] => Boolean(row[1]));
  const table = rows.map(([label, value]) => `- ${label}: ${markdownText(value)}`).join("\n");
  return [`**${markdownText(name)}**`, markdownText(data.description ?? ""), table]
    .filter(Boolean)
    .join("\n\n");
}
