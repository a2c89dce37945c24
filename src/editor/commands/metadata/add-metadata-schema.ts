import type { Host } from "../../host.ts";
import { schemaDraft, schemaProblem } from "../../metadata/draft.ts";
import { sendDraft } from "../../metadata/send-draft.ts";
import { choosePlatformConnection } from "../../resources/choose.ts";

const title = "Add Metadata Schema";

/** Lets a person write a JSON schema for metadata, and adds it. */
export async function run(host: Host, ...given: readonly unknown[]): Promise<void> {
  const connection = await choosePlatformConnection(host, given, "apps", title);
  if (connection === undefined) return;
  const added = await sendDraft(host, {
    connection: connection.name,
    draft: {
      id: "schema",
      title,
      name: "metadata schema.jsonc",
      text: schemaDraft(),
      action: "Add Metadata Schema…",
      validate: schemaProblem,
    },
    question: "Add this metadata schema to those",
    doing: "adding a metadata schema",
    operation: "meta.addSchema",
  });
  if (!added) return;
  const message = `The metadata schema was added to those of ${connection.name}.`;
  await host.ask.offer({ id: "added", level: "information", message, actions: [] });
}
