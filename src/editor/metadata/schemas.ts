import type { MetadataSchema } from "../../platforms/agave/answers/meta.ts";
import type { Host } from "../host.ts";
import { choosePlatformConnection } from "../resources/choose.ts";
import { openConnection } from "../resources/open.ts";
import { withProgress } from "../ui/progress.ts";
import { agave } from "../views/agave/client.ts";
import { wholeList } from "../views/agave/whole-list.ts";
import { schemaName } from "./look.ts";

/** A schema for metadata and where it is. */
export interface FoundSchema {
  readonly connection: string;
  readonly name: string;
  readonly data: MetadataSchema;
}

/** The schemas for metadata that a person can see. */
export async function schemasOf(host: Host, connection: string): Promise<readonly MetadataSchema[]> {
  const client = agave(await openConnection(host.sessions, connection));
  const { items } = await withProgress(`reading the metadata schemas of ${connection}`, ({ signal }) =>
    wholeList(
      (page) => client.call("meta.searchSchema", page, { signal }),
      ({ uuid }) => uuid,
    ),
  );
  return items;
}

/** The schema that a person picks; undefined where they give up or there is none. */
export async function chooseSchema(
  host: Host,
  title: string,
  given: readonly unknown[] = [],
): Promise<FoundSchema | undefined> {
  const connection = await choosePlatformConnection(host, given, "apps", title);
  if (connection === undefined) return undefined;
  const { name } = connection;
  const schemas = await schemasOf(host, name);
  if (schemas.length === 0) {
    const message = `${name} has no metadata schemas that you can see.`;
    await host.ask.offer({ id: "none", level: "information", message, actions: [] });
    return undefined;
  }
  const data = await pickSchema(host, title, schemas);
  return data && { connection: name, name: schemaName(data), data };
}

/** One of some schemas; undefined where the person gives up. */
async function pickSchema(
  host: Host,
  title: string,
  schemas: readonly MetadataSchema[],
): Promise<MetadataSchema | undefined> {
  const choices = schemas.map(schemaChoice);
  const answer = await host.ask.pick({ id: "schema", title, placeholder: "Which schema?", choices });
  return schemas.find(({ uuid }) => uuid === answer);
}

/** A schema as one of several to choose from. */
export function schemaChoice(schema: MetadataSchema) {
  return { id: schema.uuid, label: schemaName(schema), description: schema.uuid, icon: "symbol-structure" };
}
