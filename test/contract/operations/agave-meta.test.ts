import assert from "node:assert/strict";
import { permissionScenarios, showsNothing } from "./permissions.ts";
import { fieldsOf, listOf, type Scenario, type Stage, testOperations, textOf } from "./scenario.ts";

const schema = {
  title: "Plate",
  type: "object",
  properties: { wells: { type: "integer" } },
  required: ["wells"],
};
const unknownUuid = "0001000000000000-0000000000000000-0001-012";

async function addData({ call, fresh }: Stage): Promise<{ uuid: string }> {
  const added = await call("meta.addMetadata", { body: { name: fresh(), value: { wells: 96 } } });
  return { uuid: textOf(added, "uuid") };
}

async function addSchema({ call }: Stage): Promise<{ uuid: string }> {
  return { uuid: textOf(await call("meta.addSchema", { body: schema }), "uuid") };
}

const noData = {
  parameters: { uuid: unknownUuid },
  kind: "notFound",
  text: /No metadata item found/,
} as const;
const noSchema = { ...noData, text: /No metadata schema found/ } as const;

const refusedBy = (
  { parameters, ...refusal }: typeof noData | typeof noSchema,
  body?: unknown,
): Scenario["refused"] => ({
  ...refusal,
  with: () => ({ parameters, ...(body === undefined ? {} : { body }) }),
});

const showsUuid: Scenario["shows"] = (answer, { parameters }) =>
  assert.equal(textOf(answer, "uuid"), parameters?.uuid);

const pemsOf = (kind: "Metadata" | "Schema") => ({
  list: `meta.list${kind}Permissions`,
  grant: `meta.update${kind}Permissions`,
  withdraw: kind === "Metadata" ? "meta.deleteMetadataPermission" : "meta.deleteSchemaPermissions",
  listForUser: `meta.list${kind}PermissionsForUser`,
  grantForUser: `meta.update${kind}PermissionsForUser`,
  withdrawForUser: `meta.delete${kind}PermissionsForUser`,
});

testOperations(
  { platform: "agave", service: "meta" },
  {
    "meta.addMetadata": {
      good: ({ fresh }) => ({ body: { name: fresh(), value: { wells: 384 }, associationIds: [] } }),
      shows(answer, { body }) {
        assert.match(textOf(answer, "uuid"), /-012$/);
        assert.equal(textOf(answer, "name"), textOf(body, "name"));
      },
      refused: {
        with: () => ({ body: { value: 1 } }),
        kind: "invalid",
        text: /No name attribute specified/,
      },
    },
    "meta.listMetadata": {
      good: async (stage) => {
        const name = `50% of ${stage.fresh()}+`;
        await stage.call("meta.addMetadata", { body: { name, value: 1 } });
        return { parameters: { q: { name } } };
      },
      shows(answer, { parameters }) {
        const [found, ...others] = listOf(answer);
        assert.deepEqual([{ name: found?.name }, others.length], [parameters?.q, 0]);
      },
      refused: {
        with: () => ({ parameters: { orderBy: "colour" } }),
        kind: "invalid",
        text: /colour|orderBy|sort/i,
      },
    },
    "meta.getMetadata": {
      good: async (stage) => ({ parameters: await addData(stage) }),
      shows: showsUuid,
      refused: refusedBy(noData),
    },
    "meta.updateMetadata": {
      good: async (stage) => ({
        parameters: await addData(stage),
        body: { name: "renamed", value: [1, 2] },
      }),
      shows: (answer) => assert.deepEqual(fieldsOf(answer).value, [1, 2]),
      refused: {
        with: async (stage) => ({
          parameters: await addData(stage),
          body: { name: "bound", value: { wells: "many" }, schemaId: (await addSchema(stage)).uuid },
        }),
        kind: "invalid",
        text: /does not conform to schema/,
      },
    },
    "meta.deleteMetadata": {
      good: async (stage) => ({ parameters: await addData(stage) }),
      shows: showsNothing,
      refused: refusedBy(noData),
    },
    "meta.addSchema": {
      good: () => ({ body: schema }),
      shows: (answer) => assert.match(textOf(answer, "uuid"), /-013$/),
      refused: {
        with: () => ({ body: { type: "shape" } }),
        kind: "invalid",
        text: /JSON Schema definition is invalid/,
      },
    },
    "meta.searchSchema": {
      good: async (stage) => ({ parameters: await addSchema(stage) }),
      shows(answer, { parameters }) {
        assert.deepEqual(
          listOf(answer).map(({ uuid }) => uuid),
          [parameters?.uuid],
        );
      },
      refused: { with: () => ({ parameters: { q: "{" } }), kind: "invalid", text: /needs JSON as "q"/ },
    },
    "meta.getSchema": {
      good: async (stage) => ({ parameters: await addSchema(stage) }),
      shows: (answer) => assert.deepEqual(fieldsOf(answer).schema, schema),
      refused: refusedBy(noSchema),
    },
    "meta.updateSchema": {
      good: async (stage) => ({ parameters: await addSchema(stage), body: { ...schema, title: "Tray" } }),
      shows: (answer) => assert.equal(textOf(fieldsOf(answer).schema, "title"), "Tray"),
      refused: refusedBy(noSchema, schema),
    },
    "meta.deleteSchema": {
      good: async (stage) => ({ parameters: await addSchema(stage) }),
      shows: showsNothing,
      refused: refusedBy(noSchema),
    },
    ...permissionScenarios({ names: pemsOf("Metadata"), make: addData, unknown: noData }),
    ...permissionScenarios({ names: pemsOf("Schema"), make: addSchema, unknown: noSchema }),
  },
);
