import type { Metadata } from "../../platforms/agave/answers/meta.ts";
import type { Host } from "../host.ts";
import { describeProblem } from "../problem.ts";
import { choosePlatformConnection } from "../resources/choose.ts";
import { openConnection } from "../resources/open.ts";
import { back } from "../ui/ask.ts";
import { withProgress } from "../ui/progress.ts";
import { agave } from "../views/agave/client.ts";
import { type WholeList, wholeList } from "../views/agave/whole-list.ts";
import { metadataName, valueText } from "./look.ts";
import { queryOf, queryRemark } from "./query.ts";

/** A piece of metadata and where it is. */
export interface FoundMetadata {
  readonly connection: string;
  readonly name: string;
  readonly data: Metadata;
}

/** Asks for a name or a query, and for one of what is found. Undefined where the person gives up. */
export async function chooseMetadata(
  host: Host,
  title: string,
  given: readonly unknown[] = [],
): Promise<FoundMetadata | undefined> {
  const connection = await choosePlatformConnection(host, given, "apps", title);
  if (connection === undefined) return undefined;
  const found = await askQuery(host, title, connection.name);
  if (found === undefined) return undefined;
  const { items, goesOn } = found;
  const answer = await host.ask.pick({
    id: "metadata",
    title,
    placeholder: goesOn ? `The first ${items.length.toLocaleString("en")}. Which one?` : "Which one?",
    choices: items.map((data) => ({
      id: data.uuid,
      label: metadataName(data),
      description: data.uuid,
      detail: valueText(data.value, 120),
    })),
  });
  const data = items.find(({ uuid }) => uuid === answer);
  return data && { connection: connection.name, name: metadataName(data), data };
}

/** What a query finds. One that finds nothing or is refused is there again to be put right. */
async function askQuery(
  host: Host,
  title: string,
  connection: string,
): Promise<WholeList<Metadata> | undefined> {
  for (let value = ""; ; ) {
    const text = await host.ask.input({
      id: "query",
      title,
      value,
      prompt:
        "A name, in which * stands for any text, or a Mongo query as JSON. Empty finds all that you can see.",
      placeholder: '{"value.tissue": "liver"}',
      validate: queryRemark,
    });
    if (text === undefined || text === back) return undefined;
    value = text;
    const found = await find(host, connection, text);
    if (typeof found !== "string" && found.items.length > 0) return found;
    const message = typeof found === "string" ? found : `No metadata of ${connection} matches.`;
    const change = "Change Query…";
    const level = typeof found === "string" ? "error" : "information";
    if ((await host.ask.offer({ id: "none", level, message, actions: [change] })) !== change)
      return undefined;
  }
}

/** What is found, or why the query was refused. */
async function find(host: Host, connection: string, text: string): Promise<WholeList<Metadata> | string> {
  const client = agave(await openConnection(host.sessions, connection));
  const q = queryOf(text);
  try {
    return await withProgress(`searching metadata on ${connection}`, ({ signal }) =>
      wholeList(
        (page) => client.call("meta.listMetadata", q === undefined ? page : { ...page, q }, { signal }),
        ({ uuid }) => uuid,
      ),
    );
  } catch (error) {
    const problem = describeProblem(error);
    if (problem.kind !== "invalid") throw error;
    return problem.message;
  }
}
