import assert from "node:assert/strict";
import { test } from "node:test";
import { type GivenElsewhere, readArguments } from "../../../src/cli/operation/arguments.ts";
import type { Operation } from "../../../src/platforms/operation.ts";

const row: Operation = {
  name: "things.make",
  method: "POST",
  path: "/projects/{project}/things/{id}",
  pathParameters: [
    { name: "project", type: "string", required: true, fromConnection: "project", help: "Project." },
    { name: "id", type: "string", required: true, alias: "thingId", help: "Id." },
  ],
  query: [
    { name: "limit", type: "integer", help: "Most." },
    { name: "deep", type: "boolean", help: "Below too." },
    { name: "kind", type: "string", values: ["STORAGE", "EXECUTION"], help: "Kind." },
    { name: "fields", type: "list", help: "Fields." },
    { name: "search", type: "map", help: "Search." },
    { name: "q", type: "json", help: "Query." },
  ],
  headers: [{ name: "Range", type: "string", help: "Part." }],
  answers: "json",
  repeatable: false,
  writes: true,
  from: "seed",
  help: "Makes a thing.",
  result: "The thing.",
};
const withJson: Operation = {
  ...row,
  body: { encoding: "json", required: true, type: "Thing", name: "data" },
};
const withFile: Operation = {
  ...row,
  body: {
    encoding: "multipart",
    required: true,
    type: "file",
    fields: [{ name: "fileName", type: "string", help: "Name." }],
    file: { name: "fileToUpload", required: true, help: "File." },
  },
};
const needed = ["project=p", "id=1"];

test("values are read by their types", () => {
  const words = [
    "limit=-3",
    "deep=true",
    "kind=STORAGE",
    "fields=a,b",
    "fields=c",
    'q={"a":1}',
    "Range=bytes=0-9",
  ];
  const { parameters } = readArguments(row, [
    ...needed,
    ...words,
    "search.status.eq=DONE",
    "search=name.like=*x*",
  ]);
  assert.deepEqual(parameters, {
    project: "p",
    id: "1",
    limit: -3,
    deep: true,
    kind: "STORAGE",
    fields: ["a", "b", "c"],
    q: '{"a":1}',
    Range: "bytes=0-9",
    search: { "status.eq": "DONE", "name.like": "*x*" },
  });
});

test("a value may be empty, and hold what marks names and files elsewhere", () => {
  const { parameters } = readArguments(row, ["project=", "thingId=@a=b", "kind=EXECUTION"]);
  assert.deepEqual(parameters, { project: "", id: "@a=b", kind: "EXECUTION" });
});

test("what the connection knows need not be given", () => {
  assert.deepEqual(readArguments(row, ["id=1"], { connection: ["project"] }).parameters, { id: "1" });
});

test("a body is a file, standard input or a value in place", () => {
  const read = (words: readonly string[], elsewhere?: GivenElsewhere) => {
    const { parameters: _, ...content } = readArguments(withJson, [...needed, ...words], elsewhere);
    return content;
  };
  assert.deepEqual(read([], { body: "thing.json" }), { file: "thing.json" });
  assert.deepEqual(read([], { body: "-" }), { file: "-" });
  assert.deepEqual(read(["data=@thing.json"]), { file: "thing.json" });
  assert.deepEqual(read(['data={"a":1}']), { body: '{"a":1}' });
});

test("a file to send stands behind its name or --body, with the fields beside it", () => {
  const given = { parameters: { project: "p", id: "1", fileName: "b.csv" }, file: "a.csv" };
  assert.deepEqual(readArguments(withFile, [...needed, "fileToUpload=@a.csv", "fileName=b.csv"]), given);
  assert.deepEqual(readArguments(withFile, [...needed, "fileName=b.csv"], { body: "a.csv" }), given);
});

type Wrong = readonly [
  name: string,
  operation: Operation,
  words: readonly string[],
  message: RegExp,
  body?: string,
];
const wrong: readonly Wrong[] = [
  [
    "a word without an equals sign",
    row,
    ["limit"],
    /"limit" must be written name=value, for example project=<string>/,
  ],
  ["a word without a name", row, ["=3"], /must be written name=value/],
  ["a misspelt name", row, ["limits=3"], /no parameter "limits"\. Did you mean "limit"\?/],
  [
    "a name that is nothing like any",
    row,
    ["colour=red"],
    /no parameter "colour"\. Known here: project, id, limit/,
  ],
  ["text for a number", row, ["limit=ten"], /limit must be a whole number, and "ten" is none/],
  ["a fraction for a whole number", row, ["limit=1.5"], /limit must be a whole number/],
  ["a number beyond all bounds", row, ["limit=99999999999999999999"], /limit must be a whole number/],
  ["yes for a boolean", row, ["deep=yes"], /deep must be true or false, and "yes" is neither/],
  ["a value out of no list", row, ["kind=STROAGE"], /kind cannot be "STROAGE"\. Did you mean "STORAGE"\?/],
  ["a value in other letters", row, ["kind=storage"], /Did you mean "STORAGE"\?/],
  ["a query that is no JSON", row, ["q={a"], /q must be JSON: /],
  ["a map without a name", row, ["search=done"], /search takes named values: write search\.<key>=<string>/],
  ["a name of a map twice", row, ["search.a=1", "search.a=2"], /search\.a is given twice/],
  ["a name twice", row, ["limit=1", "limit=2"], /limit is given twice/],
  ["a name and its alias", row, ["id=1", "thingId=2"], /thingId is given twice/],
  ["what is needed and missing", row, ["project=p"], /things\.make needs id=<string>\.$/],
  [
    "a setting that is missing too",
    row,
    ["id=1"],
    /needs project=<string>, or a "project" of the connection/,
  ],
  ["a body that is missing", withJson, needed, /needs a body \(Thing\): give --body FILE/],
  ["a body for an operation without one", row, needed, /takes no body/, "x.json"],
  ["a body twice", withJson, [...needed, "data={}"], /given twice/, "x.json"],
  ["a file that is missing", withFile, needed, /needs a file: fileToUpload=@path/],
  [
    "a file without its mark",
    withFile,
    [...needed, "fileToUpload=a.csv"],
    /write fileToUpload=@path, not "a\.csv"/,
  ],
  ["a misspelt file", withFile, [...needed, "filetoUpload=@a.csv"], /Did you mean "fileToUpload"\?/],
];

for (const [name, operation, words, message, body] of wrong) {
  test(`${name} is wrong usage`, () => {
    assert.throws(() => readArguments(operation, words, { body }), { name: "UsageError", message });
  });
}
