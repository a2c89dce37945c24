import { jsonDraftProblem, readJsonDraft } from "../../calls/json-draft.ts";
import type { Host } from "../../host.ts";
import { chooseAttached } from "../../metadata/choose.ts";
import type { MetadataSectionSubject } from "../../metadata/section.ts";
import { showMetadata } from "../../metadata/show.ts";
import { allows } from "../../resources/consent.ts";
import { openConnection } from "../../resources/open.ts";
import { withProgress } from "../../ui/progress.ts";

const title = "Add Metadata";

/** Lets a person write a piece of metadata, and associates it with the selected thing. */
export async function run(host: Host, ...given: readonly unknown[]): Promise<void> {
  const about = await chooseAttached<MetadataSectionSubject>(host, given, "metadataSection", title);
  if (about === undefined) return;
  const { connection, uuid, name } = about;
  const text = await host.ask.draft({
    id: "metadata",
    title,
    name: `metadata of ${name}.jsonc`,
    text: draftOf(about),
    action: "Add Metadata…",
    validate: (written) => jsonDraftProblem(written) ?? nameProblem(written),
  });
  if (text === undefined) return;
  const approved = await allows(host, connection, {
    id: "add",
    message: `Add this metadata to ${name} of ${connection}?`,
    detail: JSON.stringify(readJsonDraft(text), null, 2),
    action: title,
  });
  if (!approved) return;
  const { client } = await openConnection(host.sessions, connection);
  try {
    await withProgress(`adding metadata to ${name}`, ({ signal }) =>
      client.callNamed("meta.addMetadata", { body: readJsonDraft(text) }, { signal }),
    );
  } finally {
    await showMetadata(host, connection, uuid);
  }
}

function draftOf({ uuid, name }: MetadataSectionSubject): string {
  const example = { name: "note", value: { text: "" }, associationIds: [uuid] };
  return `// Metadata of ${name}. Add or discard it above; comments are not sent.\n${JSON.stringify(example, null, 2)}\n`;
}

function nameProblem(text: string) {
  const value = readJsonDraft(text);
  const fields = (typeof value === "object" ? value : {}) as {
    readonly name?: unknown;
    readonly value?: unknown;
  };
  if (typeof fields?.name !== "string" || fields.name === "") return { message: "Metadata needs a name." };
  return fields.value === undefined ? { message: "Metadata needs a value." } : undefined;
}
