import type { Metadata } from "../../../platforms/agave/answers/meta.ts";
import { jsonProblem } from "../../../session/operation/value.ts";
import { openEdit } from "../../edits/open.ts";
import type { Host } from "../../host.ts";
import { choosePlatformConnection } from "../../resources/choose.ts";
import { openConnection } from "../../resources/open.ts";
import { back } from "../../ui/ask.ts";
import { withProgress } from "../../ui/progress.ts";

const title = "Browse Metadata";
const most = 250;

/** Asks for a name or a query, lets a person pick among what is found, and opens it to be edited. */
export async function run(host: Host, ...given: readonly unknown[]): Promise<void> {
  const connection = await choosePlatformConnection(host, given, "apps", title);
  if (connection === undefined) return;
  const query = await host.ask.input({
    id: "query",
    title,
    prompt: "A name, or a Mongo query as JSON. Empty lists everything that you can see.",
    placeholder: '{"value.tissue": "liver"}',
    validate: queryRemark,
  });
  if (query === undefined || query === back) return;
  const opened = await openConnection(host.sessions, connection.name);
  const q = queryOf(query.trim());
  const found = await withProgress(`searching metadata on ${connection.name}`, ({ signal }) =>
    opened.client.callNamed(
      "meta.listMetadata",
      { limit: most, ...(q === undefined ? {} : { q }) },
      { signal },
    ),
  );
  const metadata = found as readonly Metadata[];
  if (metadata.length === 0) {
    const message = `No metadata of ${connection.name} matches.`;
    await host.ask.offer({ id: "none", level: "information", message, actions: [] });
    return;
  }
  const answer = await host.ask.pick({
    id: "metadata",
    title,
    placeholder: metadata.length < most ? "Which one?" : `The first ${most}. Which one?`,
    choices: metadata.map(({ uuid, name, value }) => ({
      id: uuid,
      label: name ?? uuid,
      description: uuid,
      detail: (JSON.stringify(value) ?? "").slice(0, 120),
    })),
  });
  const chosen = metadata.find(({ uuid }) => uuid === answer);
  if (chosen === undefined) return;
  const reference = { kind: "metadata", connection: connection.name, id: chosen.uuid };
  await openEdit(host, reference, chosen.name ?? chosen.uuid);
}

function queryOf(text: string): string | undefined {
  if (text === "") return undefined;
  return text.startsWith("{") ? text : JSON.stringify({ name: text });
}

function queryRemark(text: string) {
  if (!text.trim().startsWith("{")) return undefined;
  const problem = jsonProblem(text);
  return problem === undefined ? undefined : { message: `This is no JSON: ${problem}.` };
}
