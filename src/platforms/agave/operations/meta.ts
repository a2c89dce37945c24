import { type Parameter, tableOf } from "../../operation.ts";
import { metaPermissions } from "./metaPermissions.ts";
import { adds, collection, jsonBody, reads, removes, sets } from "./shared.ts";

const uuid = {
  name: "uuid",
  type: "string",
  required: true,
  help: "The metadata's uuid.",
} as const satisfies Parameter;

const schemaUuid = { ...uuid, help: "The schema's uuid." } as const satisfies Parameter;

const q = {
  name: "q",
  type: "json",
  decodedTwice: true,
  help: 'A MongoDB query, such as {"name":"plate*"}; * stands for any text.',
} as const satisfies Parameter;

const order = [
  { name: "orderBy", type: "string", help: "The field to order by, such as lastUpdated." },
  { name: "order", type: "string", values: ["asc", "desc"], help: "Smallest or largest first." },
] as const satisfies readonly Parameter[];

const metadata = jsonBody("MetadataRequest", { name: "plate-7", value: { wells: 96 }, associationIds: [] });
const schema = jsonBody("string", {
  title: "Plate",
  type: "object",
  properties: { wells: { type: "integer" } },
});

const ofData = { path: "/meta/v2/data/{uuid}", pathParameters: [uuid] } as const;
const ofSchema = { path: "/meta/v2/schemas/{uuid}", pathParameters: [schemaUuid] } as const;

const twice = "The server decodes q twice; it is encoded accordingly.";

const objects = tableOf({
  "meta.addMetadata": {
    ...adds,
    path: "/meta/v2/data",
    body: metadata,
    help: "Adds metadata.",
    result: "The metadata with its uuid.",
    ifLost:
      "The metadata may have been added: look for its name with meta.listMetadata before adding it again.",
  },
  "meta.listMetadata": {
    ...reads,
    path: "/meta/v2/data",
    query: [
      q,
      ...collection,
      { name: "privileged", type: "boolean", help: "Administrators: everybody's metadata." },
      ...order,
    ],
    pages: "offset",
    gives: "list",
    help: "Lists or searches metadata.",
    result: "A page of metadata, the last changed first.",
    notes: [twice],
  },
  "meta.deleteMetadata": { ...removes, ...ofData, help: "Deletes metadata.", result: "Nothing." },
  "meta.getMetadata": {
    ...reads,
    ...ofData,
    query: collection,
    help: "Reads one piece of metadata.",
    result: "The metadata.",
    notes: ["limit and offset mean nothing here."],
  },
  "meta.updateMetadata": {
    ...sets,
    ...ofData,
    body: metadata,
    help: "Replaces metadata.",
    result: "The metadata as it is now.",
    notes: ["A uuid in the body must be that of the path."],
  },
  "meta.addSchema": {
    ...adds,
    path: "/meta/v2/schemas",
    body: schema,
    help: "Adds a JSON schema for metadata.",
    result: "The schema with its uuid.",
    notes: ["The document says a text; the server takes the schema itself."],
    ifLost: "The schema may have been added: look for it with meta.searchSchema before adding it again.",
  },
  "meta.searchSchema": {
    ...reads,
    path: "/meta/v2/schemas",
    query: [
      { ...schemaUuid, required: false, sentAs: "q", asQueryOn: "uuid", decodedTwice: true },
      q,
      ...collection,
      ...order,
    ],
    pages: "offset",
    gives: "list",
    help: "Lists or searches schemas.",
    result: "A page of schemas; the document says one.",
    notes: [
      "The document has a uuid for which the path has no place; it is sent as a query for that uuid. Give uuid or q.",
      twice,
    ],
  },
  "meta.deleteSchema": { ...removes, ...ofSchema, help: "Deletes a schema.", result: "Nothing." },
  "meta.getSchema": {
    ...reads,
    ...ofSchema,
    query: collection,
    help: "Reads one schema.",
    result: "The schema.",
    notes: ["limit and offset mean nothing here."],
  },
  "meta.updateSchema": {
    ...sets,
    ...ofSchema,
    body: schema,
    help: "Replaces a schema.",
    result: "The schema as it is now.",
  },
});

/** The operations of Agave's metadata service, by the names of the AgavePy document. */
export const meta = { ...objects, ...metaPermissions };
