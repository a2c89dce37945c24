import { holdsSecret, mask } from "../../calls/secrets.ts";
import type { Host } from "../../host.ts";
import { pathText, readAgaveUrl } from "../../remote-files/path.ts";
import { remoteUri } from "../../remote-files/uri.ts";
import { sectionNode } from "../../resources/section.ts";
import { markdownText, type TreeNode } from "../../tree/node.ts";
import { agaveClient } from "../agave/client.ts";
import type { RemoteFileSubject } from "../systems/subjects.ts";
import type { JobPlace } from "./subjects.ts";

type Values = Readonly<Record<string, unknown>>;

/** The inputs and parameters that a job was submitted with. Inputs on systems open as their files. */
export function argumentsNode(host: Host, ownerId: string, { connection, job: jobId }: JobPlace): TreeNode {
  const id = `${ownerId}/arguments`;
  return sectionNode(ownerId, {
    name: "arguments",
    label: "Inputs and Parameters",
    icon: { id: "symbol-parameter" },
    noun: "jobArguments",
    none: "It was submitted without any",
    async load(signal) {
      const client = await agaveClient(host, connection);
      const job = await client.call("jobs.get", { jobId }, { signal });
      return [
        ...each(job.inputs).map(([name, index, value]) =>
          inputNode(`${id}/inputs/${name}/${index}`, connection, name, value),
        ),
        ...each(job.parameters).map(([name, index, value]) =>
          valueNode(`${id}/parameters/${name}/${index}`, name, value),
        ),
      ];
    },
  });
}

/** Each value by itself: some have several. */
function each(values: Values | null | undefined): readonly (readonly [string, number, unknown])[] {
  return Object.entries(values ?? {}).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).map((one, index) => [name, index, one] as const),
  );
}

function inputNode(id: string, connection: string, name: string, value: unknown): TreeNode {
  const text = textOf(value);
  const path = readAgaveUrl(connection, text);
  const common = { id, label: name, description: text, tooltip: markdownText(text), spoken: "input" };
  if (path === undefined) return { ...common, icon: { id: "link" }, noun: "jobInput" };
  const subject: RemoteFileSubject = { kind: "remoteFile", connection, path, isFolder: false };
  return {
    ...common,
    description: pathText(path),
    icon: { id: "file" },
    noun: "remoteFile",
    flags: ["file"],
    subject,
    command: { id: "vscode.open", title: "Open", arguments: [remoteUri(path)] },
  };
}

function valueNode(id: string, name: string, value: unknown): TreeNode {
  const text = holdsSecret(name) ? mask : textOf(value);
  return {
    id,
    label: name,
    description: text,
    tooltip: markdownText(text),
    icon: { id: "symbol-field" },
    noun: "jobParameter",
    spoken: "parameter",
  };
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : (JSON.stringify(value) ?? "");
}
