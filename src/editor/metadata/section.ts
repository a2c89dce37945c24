import type { Metadata } from "../../platforms/agave/answers/meta.ts";
import { grantsNode } from "../grants/section.ts";
import type { Host } from "../host.ts";
import { openConnection } from "../resources/open.ts";
import { sectionNode } from "../resources/section.ts";
import type { AttachedSubject } from "../resources/show-sections.ts";
import { markdownText, type NodeSubject, type TreeNode } from "../tree/node.ts";
import { agave } from "../views/agave/client.ts";

/** The section of the metadata that is associated with something. */
export interface MetadataSectionSubject extends AttachedSubject {
  readonly kind: "metadataSection";
  /** What it is associated with, for people. */
  readonly name: string;
}

/** A piece of metadata as an item. */
export interface MetadataSubject extends NodeSubject {
  readonly kind: "metadata";
  readonly connection: string;
  readonly name: string;
  readonly data: Metadata;
}

const most = 100;

/** The metadata that is associated with something by its uuid. */
export function metadataNode(
  host: Host,
  ownerId: string,
  { connection, uuid, name }: { readonly connection: string; readonly uuid: string; readonly name: string },
): TreeNode {
  const subject: MetadataSectionSubject = { kind: "metadataSection", connection, uuid, name };
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
      const found = await client.call("meta.listMetadata", { q, limit: most }, { signal });
      return found.map((data) => itemNode(host, `${ownerId}/metadata`, connection, data));
    },
  });
}

function itemNode(host: Host, ownerId: string, connection: string, data: Metadata): TreeNode {
  const name = data.name || data.uuid;
  const id = `${ownerId}/${data.uuid}`;
  const subject: MetadataSubject = { kind: "metadata", connection, name, data };
  const value = JSON.stringify(data.value) ?? "";
  return {
    id,
    label: name,
    description: value.length > 60 ? `${value.slice(0, 60)}…` : value,
    tooltip: `- uuid: ${markdownText(data.uuid)}\n- owner: ${markdownText(data.owner ?? "")}\n- last updated: ${markdownText(data.lastUpdated ?? "")}`,
    icon: { id: "json" },
    noun: "metadata",
    flags: ["editable"],
    spoken: "metadata",
    subject,
    children: () => [grantsNode(host, id, { kind: "metadata", connection, id: data.uuid, name })],
  };
}
