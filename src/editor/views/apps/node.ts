import type { App } from "../../../platforms/agave/answers/apps.ts";
import { ownerOf } from "../../grants/owner.ts";
import { grantsNode } from "../../grants/section.ts";
import type { Host } from "../../host.ts";
import { metadataNode } from "../../metadata/section.ts";
import { notificationsNode } from "../../notifications/section.ts";
import { resourceNode, resourceNodeId } from "../../resources/resource-node.ts";
import { markdownText, type TreeNode } from "../../tree/node.ts";
import { dayText } from "../service-users/expiry.ts";
import { type AppResource, appIcon, isAvailable, standingOf, titleBeside } from "./app.ts";
import { deploymentNode } from "./deployment.ts";
import { fieldsNode } from "./field-nodes.ts";

/** An app as an item of the view. */
export function appNode(host: Host, resource: AppResource): TreeNode {
  const { data, name } = resource;
  return resourceNode(resource, {
    label: name,
    description: [titleBeside(data.name, data.label), standingOf(data), data.executionSystem]
      .filter(Boolean)
      .join(" · "),
    tooltip: tooltip(resource),
    icon: appIcon(data),
    noun: "app",
    flags: [
      ...(data.isPublic ? ["public"] : ["private", "editable"]),
      isAvailable(data) ? "available" : "disabled",
    ],
    spoken: "app",
    children: () => sections(host, resource),
  });
}

function sections(host: Host, resource: AppResource): readonly TreeNode[] {
  const { connection, id, name, data } = resource;
  const ownerId = resourceNodeId(resource);
  const { uuid } = data;
  const attached = typeof uuid === "string" ? { connection, uuid, name } : undefined;
  return [
    fieldsNode(host, ownerId, resource, "inputs"),
    fieldsNode(host, ownerId, resource, "parameters"),
    fieldsNode(host, ownerId, resource, "outputs"),
    deploymentNode(host, ownerId, resource),
    data.isPublic
      ? everybodyNode(ownerId)
      : grantsNode(host, ownerId, { kind: "app", connection, id, name, ...ownerOf(data) }),
    ...(attached === undefined
      ? []
      : [
          metadataNode(host, ownerId, attached),
          notificationsNode(host, ownerId, { ...attached, of: "app" }),
        ]),
  ];
}

/** The platform keeps no permissions of public apps. */
function everybodyNode(ownerId: string): TreeNode {
  return {
    id: `${ownerId}/everybody`,
    label: "Permissions",
    description: "public: everybody may see and run it",
    icon: { id: "organization" },
    noun: "note",
  };
}

function tooltip({ connection, data, name }: AppResource): string {
  const rows = [
    ["connection", connection],
    ["id", data.id],
    ["standing", standingOf(data)],
    ["owner", data.owner],
    ["execution system", data.executionSystem],
    ["deployment system", data.deploymentSystem],
    ["tags", data.tags?.join(", ")],
    ["revision", data.revision?.toLocaleString("en")],
    ["last changed", data.lastModified && dayText(data.lastModified)],
  ].filter((row): row is [string, string] => Boolean(row[1]));
  const table = rows.map(([label, value]) => `- ${label}: ${markdownText(value)}`).join("\n");
  const texts = textsOf(data).map(markdownText);
  return [`**${markdownText(name)}**`, ...texts, table].join("\n\n");
}

/** What it says of itself; the long description only where it says more than the short one. */
function textsOf({ name, label, shortDescription = "", longDescription = "" }: App): readonly string[] {
  const texts = [label === name ? "" : label, shortDescription, longDescription];
  const said = new Set(texts.map((text) => (text ?? "").trim().replace(/\.$/, "")));
  return [...said].filter((text) => text !== "");
}
