import type { Metadata, MetadataRequest, MetadataSchema } from "../../platforms/agave/answers/meta.ts";
import type { Editable } from "../edits/editable.ts";
import { fieldsIn, unlessGone } from "../edits/pick.ts";
import type { Fields } from "../edits/three-way.ts";
import { agave } from "../views/agave/client.ts";
import { showMetadata } from "./show.ts";

const editable = ["name", "value", "associationIds", "schemaId"];

/** A piece of metadata. Agave replaces it as a whole, so that all of it is sent, as it was just read, with the change. */
export const metadataEdit: Editable<Metadata> = {
  one: "metadata",
  takes: () => editable,
  read: (opened, uuid, signal) =>
    unlessGone(agave(opened).call("meta.getMetadata", { uuid }, signal ? { signal } : {})),
  fieldsOf: (metadata) => fieldsIn(metadata, editable),
  write: (opened, uuid, { after }) =>
    agave(opened).call("meta.updateMetadata", { uuid, body: after as unknown as MetadataRequest }),
  saved: (host, connection) => showMetadata(host, connection),
};

/** A JSON schema for metadata. Agave replaces it as a whole. */
export const schemaEdit: Editable<MetadataSchema> = {
  one: "metadata schema",
  read: (opened, uuid, signal) =>
    unlessGone(agave(opened).call("meta.getSchema", { uuid }, signal ? { signal } : {})),
  fieldsOf: ({ schema }) => (schema ?? {}) as Fields,
  write: (opened, uuid, { after }) => agave(opened).call("meta.updateSchema", { uuid, body: after }),
  async saved() {},
};
