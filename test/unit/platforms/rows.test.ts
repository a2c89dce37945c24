import assert from "node:assert/strict";
import { test } from "node:test";
import { allOperations } from "../../../src/platforms/operations.ts";
import { parametersOf } from "../../../src/platforms/request.ts";

const rows = allOperations().map(({ platform, operation }) => ({
  title: `${platform} ${operation.name}`,
  platform,
  operation,
}));

/** Rows that break a rule, by name; a good table has none. */
function breaking(rule: (row: (typeof rows)[number]) => boolean): readonly string[] {
  return rows.filter(rule).map(({ title }) => title);
}

test("every operation of the documents has its row", () => {
  const counts = new Map<string, number>();
  for (const { platform, operation } of rows) {
    if (operation.from === "seed") counts.set(platform, (counts.get(platform) ?? 0) + 1);
  }
  const expected = { odm: 5, astakos: 6, agave: 120, ubiops: 6, osparc: 6 };
  assert.deepEqual(Object.fromEntries(counts), expected);
  const groups = rows.filter(({ operation }) => operation.path.startsWith("/Groups"));
  assert.deepEqual(
    [groups.length, new Set(groups.map(({ operation }) => operation.from))],
    [5, new Set(["server"])],
  );
});

test("names are unique within a platform", () => {
  assert.equal(new Set(rows.map(({ title }) => title)).size, rows.length);
});

test("the places of a path are its path parameters", () => {
  const placesOf = (path: string) => [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
  assert.deepEqual(
    breaking(({ operation }) => {
      const names = (operation.pathParameters ?? []).map(({ name }) => name).sort();
      return placesOf(operation.path).join() !== names.join();
    }),
    [],
  );
});

test("no two arguments of an operation have the same name", () => {
  assert.deepEqual(
    breaking(({ operation }) => {
      const { body } = operation;
      const isValue = body?.encoding === "json" || body?.encoding === "bytes";
      const content = isValue ? [body.name ?? "body"] : [];
      const aliases = parametersOf(operation).flatMap(({ name, alias }) => [name, ...(alias ? [alias] : [])]);
      const names = [...aliases, ...content, ...(body?.file ? [body.file.name] : [])];
      return new Set(names).size !== names.length;
    }),
    [],
  );
});

test("everything is explained in whole sentences", () => {
  const isSentence = (text: string | undefined) => text === undefined || /^\S.*[.]$/s.test(text);
  assert.deepEqual(
    breaking(({ operation: { help, result, ifLost, notes = [] } }) =>
      [help, result, ifLost, ...notes].some((text) => text === "" || !isSentence(text)),
    ),
    [],
  );
  assert.deepEqual(
    breaking(({ operation }) => parametersOf(operation).some(({ help }) => !isSentence(help))),
    [],
  );
});

test("a read is what a GET is, and the other way round but for what is known", () => {
  assert.deepEqual(
    breaking(({ operation }) => (operation.method === "GET") === operation.writes),
    ["astakos user_catalogs", "astakos service_user_catalogs", "agave actors.getOneExecutionResult"],
  );
  assert.deepEqual(
    breaking(({ operation }) => !operation.writes && !operation.repeatable),
    [],
  );
});

test("what makes something new each time, or takes something away, is never repeated", () => {
  const unsafe = [
    "agave actors.add",
    "agave actors.addNonce",
    "agave actors.sendMessage",
    "agave actors.sendBinaryMessage",
    "agave actors.getOneExecutionResult",
    "agave apps.manage",
    "agave files.importData",
    "agave files.importToDefaultSystem",
    "agave files.manage",
    "agave files.manageOnDefaultSystem",
    "agave jobs.submit",
    "agave jobs.manage",
    "agave meta.addMetadata",
    "agave meta.addSchema",
    "agave notifications.add",
    "agave systems.manage",
    "astakos feedback",
    "odm create_user",
    "odm create_group",
    "osparc running_interactive_services_post",
    "scim create_user",
    "ubiops service_users_create",
    "ubiops service_users_token",
  ];
  const repeated = breaking(({ operation }) => operation.repeatable);
  assert.deepEqual(
    unsafe.filter((name) => repeated.includes(name)),
    [],
  );
  assert.deepEqual(
    unsafe.filter((name) => rows.find(({ title }) => title === name)?.operation.ifLost === undefined),
    [],
  );
  assert.deepEqual(
    breaking(({ operation }) => operation.method === "DELETE" && operation.repeatable),
    [],
  );
});

test("every JSON body comes with one that the platform accepts", () => {
  assert.deepEqual(
    breaking(({ operation: { body } }) => body?.encoding === "json" && body.example === undefined),
    [],
  );
});

test("a list that is read page by page has the parameters for it", () => {
  assert.deepEqual(
    breaking(({ operation: { pages, query = [] } }) => {
      const names = query.map(({ name }) => name);
      return (
        pages !== undefined &&
        !(names.includes(pages) && (names.includes("limit") || names.includes("count")))
      );
    }),
    [],
  );
});
