import type { Service, ServicePort } from "../../../platforms/osparc/answers.ts";
import type { ListPlace } from "../../resources/resource.ts";
import { resourceNode, resourceNodeId } from "../../resources/resource-node.ts";
import { markdownText, type TreeNode } from "../../tree/node.ts";
import { counted } from "../reconciliation/words.ts";
import { isInteractive, type ServiceSubject, type ServiceVersion } from "./service.ts";
import { newestFirst } from "./versions.ts";

/** The services of a catalogue by name, each with its versions below. */
export function serviceNodes(place: ListPlace, resources: readonly ServiceVersion[]): readonly TreeNode[] {
  const byKey = Map.groupBy(resources, ({ data }) => data.key);
  return [...byKey]
    .map(([key, versions]) =>
      serviceNode(
        place,
        key,
        versions.toSorted((one, other) => newestFirst(one.data.version, other.data.version)),
      ),
    )
    .toSorted(
      (one, other) => one.label.localeCompare(other.label, "en") || one.id.localeCompare(other.id, "en"),
    );
}

function serviceNode(
  { ownerId, connection }: ListPlace,
  key: string,
  versions: readonly ServiceVersion[],
): TreeNode {
  const newest = versions[0]?.data;
  const type = typeOf(newest);
  const subject: ServiceSubject = { kind: "service", connection, key, versions };
  return {
    id: `${ownerId}/${key}`,
    label: newest?.name ?? key,
    description: [type, counted(versions.length, "version")].join(" · "),
    tooltip: [
      `**${markdownText(newest?.name ?? key)}**`,
      markdownText(newest?.description ?? ""),
      markdownText(key),
    ]
      .filter(Boolean)
      .join("\n\n"),
    icon: { id: type === "dynamic" ? "browser" : "server-process" },
    noun: "service",
    flags: [type],
    spoken: "service",
    subject,
    children: () => versions.map(versionNode),
  };
}

function versionNode(resource: ServiceVersion): TreeNode {
  const { data } = resource;
  const id = resourceNodeId(resource);
  return resourceNode(resource, {
    label: data.version,
    description: data.authors?.map(({ name, email }) => name ?? email).join(", ") ?? "",
    tooltip: tooltip(data),
    icon: { id: "tag" },
    noun: "serviceVersion",
    flags: [typeOf(data)],
    spoken: "version",
    children: () => [
      ...portsNode(`${id}/inputs`, "Inputs", "sign-in", data.inputs),
      ...portsNode(`${id}/outputs`, "Outputs", "sign-out", data.outputs),
    ],
  });
}

function typeOf(service: Service | undefined): "dynamic" | "computational" {
  return service !== undefined && isInteractive(service) ? "dynamic" : "computational";
}

function portsNode(
  id: string,
  label: string,
  icon: string,
  ports: Readonly<Record<string, ServicePort>> = {},
): readonly TreeNode[] {
  const named = Object.entries(ports).toSorted(
    ([, one], [, other]) => (one.displayOrder ?? 0) - (other.displayOrder ?? 0),
  );
  if (named.length === 0) return [];
  return [
    {
      id,
      label,
      description: named.length.toLocaleString("en"),
      icon: { id: icon },
      noun: "servicePorts",
      children: () => named.map(([name, port]) => portNode(`${id}/${name}`, name, port)),
    },
  ];
}

function portNode(
  id: string,
  name: string,
  { label, description, type, defaultValue }: ServicePort,
): TreeNode {
  const preset = defaultValue === undefined ? undefined : `default ${JSON.stringify(defaultValue)}`;
  const texts = [label === name ? undefined : label, description].filter((text) => text !== undefined);
  return {
    id,
    label: name,
    description: [type, preset].filter(Boolean).join(" · "),
    ...(texts.length > 0 ? { tooltip: texts.map(markdownText).join("\n\n") } : {}),
    icon: { id: "symbol-field" },
    noun: "servicePort",
  };
}

function tooltip({ key, version, description, authors = [], contact }: Service): string {
  const rows = [
    ["key", key],
    ["version", version],
    ...authors.map(({ name, email, affiliation }) => [
      "author",
      [name, email && `<${email}>`, affiliation].filter(Boolean).join(" "),
    ]),
    ["contact", contact],
  ].filter((row): row is [string, string] => Boolean(row[1]));
  const table = rows.map(([label, value]) => `- ${label}: ${markdownText(value)}`).join("\n");
  return [description === undefined ? "" : markdownText(description), table].filter(Boolean).join("\n\n");
}
