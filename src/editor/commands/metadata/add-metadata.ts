import type { MetadataSchema } from "../../../platforms/agave/answers/meta.ts";
import type { Host } from "../../host.ts";
import { metadataDraft, metadataProblem } from "../../metadata/draft.ts";
import { schemaChoice, schemasOf } from "../../metadata/schemas.ts";
import { sendDraft } from "../../metadata/send-draft.ts";
import { showMetadata } from "../../metadata/show.ts";
import type { MetadataSectionSubject } from "../../metadata/subjects.ts";
import { chooseSection } from "../../resources/choose-attached.ts";

const title = "Add Metadata";

/** Lets a person write a piece of metadata, after a schema where there are some, and associates it with the selected thing. */
export async function run(host: Host, ...given: readonly unknown[]): Promise<void> {
  const about = await chooseSection<MetadataSectionSubject>(host, given, "metadata", title);
  if (about === undefined) return;
  const { connection, uuid, name } = about;
  const schema = await askSchema(host, connection);
  if (schema === undefined) return;
  try {
    await sendDraft(host, {
      connection,
      draft: {
        id: "metadata",
        title,
        name: `metadata of ${name.replaceAll("/", "_")}.jsonc`,
        text: metadataDraft(about, schema === "none" ? undefined : schema),
        action: "Add Metadata…",
        validate: metadataProblem,
      },
      question: `Add this metadata to ${name}`,
      doing: `adding metadata to ${name}`,
      operation: "meta.addMetadata",
    });
  } finally {
    await showMetadata(host, connection, uuid);
  }
}

async function askSchema(host: Host, connection: string): Promise<MetadataSchema | "none" | undefined> {
  const schemas = await schemasOf(host, connection);
  if (schemas.length === 0) return "none";
  const answer = await host.ask.pick({
    id: "schema",
    title,
    placeholder: "Which schema does its value follow?",
    choices: [{ id: "none", label: "No schema" }, ...schemas.map(schemaChoice)],
  });
  return answer === "none" ? answer : schemas.find(({ uuid }) => uuid === answer);
}
