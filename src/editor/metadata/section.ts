import type { Metadata } from "../../platforms/agave/answers/meta.ts";
import { ownerOf } from "../grants/owner.ts";
import { grantsNode } from "../grants/section.ts";
import type { Host } from "../host.ts";
import { notificationsNode } from "../notifications/section.ts";
import { openConnection } from "../resources/open.ts";
import { noteNode, sectionNode } from "../resources/section.ts";
import { markdownText, type TreeNode } from "../tree/node.ts";
import { agave } from "../views/agave/client.ts";
import { mostListed, wholeList } from "../views/agave/whole-list.ts";
import { metadataName, valueText } from "./look.ts";
import type { MetadataSectionSubject, MetadataSubject } from "./subjects.ts";

/** The metadata that is associated with something by its uuid. */
export function metadataNode(
  host: Host,
  ownerId: string,
  { connection, uuid, name }: { readonly connection: string; readonly uuid: string; readonly name: string },
): TreeNode {
  const subject: MetadataSectionSubject = { kind: "metadataSection", connection, uuid, name };
  const id = `${ownerId}/metadata`;
  return sectionNode(ownerId, {
    name: "metadata",
    label: "Metadata",
    icon: { id: "note" },
    noun: "metadataSection",
    subject,
    none: "No metadata is associated with it",
    async load(signal) {
      const client = agave(await openConnection(host.sessions, connection));
      const q = JSON.stringify({ associationIds: uuid });
      const { items, goesOn } = await wholeList(
        (page) => client.call("meta.listMetadata", { ...page, q }, { signal }),
        (data) => data.uuid,
      );
      return [
        ...items.map((data) => itemNode(host, id, connection, data)),
        ...(goesOn
          ? [
              noteNode(
                id,
                `The first ${mostListed.toLocaleString("en")}`,
                "Browse Metadata… finds the others",
              ),
            ]
          : []),
      ];
    },
  });
}

function itemNode(host: Host, ownerId: string, connection: string, data: Metadata): TreeNode {
  const name = metadataName(data);
  const { uuid } = data;
  const id = `${ownerId}/${uuid}`;
  const subject: MetadataSubject = { kind: "metadata", connection, id: uuid, name, data, json: data };
  return {
    id,
    label: name,
    description: valueText(data.value),
    tooltip: tooltip(data),
    icon: { id: "json" },
    noun: "metadata",
    flags: ["editable"],
    spoken: "metadata",
    subject,
    children: () => [
      grantsNode(host, id, { kind: "metadata", connection, id: uuid, name, ...ownerOf(data) }),
      notificationsNode(host, id, { connection, uuid, of: "metadata", name }),
    ],
  };
}

function tooltip(data: Metadata): string {
  const rows = [
    ["uuid", data.uuid],
    ["owner", data.owner],
    ["schema", data.schemaId],
    ["created", data.created],
    ["last updated", data.lastUpdated],
  ].filter((row): row is [string, string] => Boolean(row[1]));
  const table = rows.map(([label, value]) => `- ${label}: ${markdownText(value)}`).join("\n");
  return `**${markdownText(metadataName(data))}**\n\n${table}`;
}
