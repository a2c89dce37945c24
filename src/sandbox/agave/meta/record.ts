/** A piece of metadata, or a schema for such pieces. */
export interface MetaRecord {
  readonly uuid: string;
  readonly owner: string;
  /** What its author wrote: name, value, schemaId and associationIds, or the schema. */
  readonly content: Readonly<Record<string, unknown>>;
  /** Milliseconds since 1970. */
  readonly created: number;
  readonly lastUpdated: number;
}

/** What clients see of a record, and what queries look at; without the links. */
export function metaResource(record: MetaRecord): Readonly<Record<string, unknown>> {
  return {
    uuid: record.uuid,
    owner: record.owner,
    internalUsername: null,
    ...record.content,
    created: new Date(record.created).toISOString(),
    lastUpdated: new Date(record.lastUpdated).toISOString(),
  };
}
