import assert from "node:assert/strict";
import { test } from "node:test";
import { configurationJsonSchema } from "../../../src/config/json-schema.ts";
import { situations } from "../../../src/identity/situation.ts";

type Schema = {
  properties?: Record<string, Schema>;
  additionalProperties?: Schema | false;
  oneOf?: Schema[];
  anyOf?: Schema[];
  items?: Schema;
  description?: string;
  const?: string;
  enum?: string[];
  enumDescriptions?: string[];
};

const root = configurationJsonSchema() as Schema;

/** Every property of a schema with its path. */
function properties(schema: Schema, path = ""): [string, Schema][] {
  const own = Object.entries(schema.properties ?? {}).flatMap(([name, child]): [string, Schema][] => [
    [`${path}/${name}`, child],
    ...properties(child, `${path}/${name}`),
  ]);
  const inner = [schema.additionalProperties, schema.items, ...(schema.oneOf ?? []), ...(schema.anyOf ?? [])];
  return [...own, ...inner.flatMap((child) => (child ? properties(child, path) : []))];
}

test("every property is described", () => {
  const all = properties(root);
  assert.ok(all.length > 50);
  for (const [path, { description }] of all) assert.ok(description, `${path} has no description`);
});

test("unknown properties are marked in every object but the map of connections", () => {
  assert.equal(root.additionalProperties, false);
  const connection = root.properties?.connections?.additionalProperties || undefined;
  assert.deepEqual(
    connection?.oneOf?.map(({ properties }) => properties?.platform?.const),
    ["odm", "scim", "astakos", "agave", "ubiops", "osparc"],
  );
  for (const option of connection?.oneOf ?? []) assert.equal(option.additionalProperties, false);
});

test("every situation offers its actions, each explained", () => {
  const entries = root.properties?.reconcile?.properties?.situations?.properties ?? {};
  assert.deepEqual(Object.keys(entries), [...situations]);
  for (const entry of Object.values(entries))
    assert.equal(entry.enum?.length, entry.enumDescriptions?.length);
});

test("the schema is plain JSON", () => {
  assert.deepEqual(JSON.parse(JSON.stringify(root)), root);
});
