import type { Metadata, MetadataSchema } from "../../platforms/agave/answers/meta.ts";
import { withoutSecrets } from "../calls/secrets.ts";

/** The name of a piece of metadata, for people. */
export function metadataName({ name, uuid }: Metadata): string {
  return name || uuid;
}

/** The title of a schema, or its uuid where it has none. */
export function schemaName({ schema, uuid }: MetadataSchema): string {
  const { title } = (schema ?? {}) as { readonly title?: unknown };
  return typeof title === "string" && title.trim() !== "" ? title : uuid;
}

/** A value in one line, without what looks like a secret. */
export function valueText(value: unknown, most = 60): string {
  const text = JSON.stringify(withoutSecrets({}, value).shown) ?? "";
  const letters = [...text];
  return letters.length > most ? `${letters.slice(0, most).join("")}…` : text;
}
