/** The description of a service, as its image's labels have it (`node-meta-v0.0.1.json`). */
export interface ServiceNode {
  readonly key: string;
  readonly version: string;
  readonly type: "computational" | "dynamic";
  readonly name: string;
  readonly description: string;
  readonly authors: readonly Author[];
  readonly contact: string;
  readonly inputs: Readonly<Record<string, Port>>;
  readonly outputs: Readonly<Record<string, Port>>;
}

interface Author {
  readonly name: string;
  readonly email: string;
  readonly affiliation?: string;
}

/** An input or output of a service. */
export interface Port {
  readonly displayOrder: number;
  readonly label: string;
  readonly description: string;
  readonly type: string;
  readonly fileToKeyMap?: Readonly<Record<string, string>>;
  readonly defaultValue?: string | number | boolean;
  readonly widget?: unknown;
}

const keyPattern = /^(simcore)\/(services)\/(comp|dynamic)(\/[^\s/]+)+$/;
const versionPattern =
  /^(0|[1-9]\d*)(\.(0|[1-9]\d*)){2}(-(0|[1-9]\d*|\d*[-a-zA-Z][-\da-zA-Z]*)(\.(0|[1-9]\d*|\d*[-a-zA-Z][-\da-zA-Z]*))*)?(\+[-\da-zA-Z]+(\.[-\da-zA-Z]+)*)?$/;
const portName = /^[-_a-zA-Z0-9]+$/;
const portType =
  /^(number|integer|boolean|string|data:([^/\s,]+\/[^/\s,]+|\[[^/\s,]+\/[^/\s,]+(,[^/\s]+\/[^/,\s]+)*\]))$/;

/** Whether a description keeps to the schema. Those that do not are left out of the list of services. */
export function isValidNode({ key, version, authors, inputs, outputs }: ServiceNode): boolean {
  return (
    keyPattern.test(key) &&
    versionPattern.test(version) &&
    authors.length > 0 &&
    [inputs, outputs].every((ports) =>
      Object.entries(ports).every(([name, { type }]) => portName.test(name) && portType.test(type)),
    )
  );
}
