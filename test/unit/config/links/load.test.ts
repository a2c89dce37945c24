import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, test } from "node:test";
import { linksJsonSchema } from "../../../../src/config/json-schema.ts";
import { parseLinks } from "../../../../src/config/links/parse.ts";
import { loadConfiguration } from "../../../../src/config/load.ts";
import { ConfigurationError } from "../../../../src/config/problem.ts";
import { digestPolicy } from "../../../../src/identity/make-plan.ts";
import { sketch, sketchWith } from "../sketch.ts";

const policy = { target: "odm", sources: ["okeanos", "tacc"] };
const entry = (target: string, source: string, id: string) => JSON.stringify({ target, source, id });

/** Each row: the lists `links` and `apart`, and the problem as `line code message`. */
const rows: readonly (readonly [string, string, string, string])[] = [
  [
    "an unknown source",
    entry("1", "okeanoss", "u-1"),
    "",
    '2 unknownConnection "okeanoss" is not one of the sources. Did you mean "okeanos"?',
  ],
  [
    "a source account that is pinned twice",
    `${entry("1", "okeanos", "u-1")},\n${entry("2", "okeanos", "u-1")}`,
    "",
    "3 duplicate okeanos u-1 is pinned to odm 1 on line 2 already, and belongs to one account of the target alone. Remove one of the two.",
  ],
  [
    "a target with two pins of one source",
    `${entry("1", "okeanos", "u-1")},\n${entry("1", "okeanos", "u-2")}`,
    "",
    "3 duplicate odm 1 is pinned to okeanos u-1 on line 2 already, and has one account of each source alone. Remove one of the two.",
  ],
  [
    "a pin that is also apart",
    entry("1", "okeanos", "u-1"),
    entry("1", "okeanos", "u-1"),
    "3 invalid odm 1 and okeanos u-1 are pinned to each other on line 2. Remove one of the two.",
  ],
  [
    "a pair given twice",
    "",
    `${entry("1", "okeanos", "u-1")},\n${entry("1", "okeanos", "u-1")}`,
    "4 duplicate odm 1 and okeanos u-1 are given on line 3 already. Remove one of the two.",
  ],
  [
    "an unknown property",
    '{ "target": "1", "source": "okeanos", "id": "u-1", "nots": "x" }',
    "",
    '2 unknownProperty "nots" is not a property that is known here. Did you mean "note"?',
  ],
  ["a missing id", '{ "target": "1", "source": "okeanos" }', "", '2 missing "id" is missing here.'],
  ["an empty id", entry("1", "okeanos", ""), "", '2 invalid "id" must not be empty.'],
];

describe("problems of a links file name the line and the way out", () => {
  for (const [name, links, apart, expected] of rows)
    test(name, () => {
      const { problems } = parseLinks(`{ "links": [\n${links}], "apart": [\n${apart}] }`, policy);
      const [first = ""] = problems.map(({ line, code, message }) => `${line} ${code} ${message}`);
      assert.ok(first.startsWith(expected), first);
    });
});

test("one target may be pinned once for each source, and be apart from many", () => {
  const links = [entry("1", "okeanos", "u-1"), entry("1", "tacc", "ana")];
  const apart = [entry("1", "okeanos", "u-2"), entry("1", "okeanos", "u-3"), entry("2", "okeanos", "u-2")];
  const { entries, problems } = parseLinks(`{ "links": [${links}], "apart": [${apart}], }`, policy);
  assert.deepEqual(problems, []);
  assert.equal(entries.length, 5);
});

async function inFolder(files: Readonly<Record<string, string>>, work: (file: string) => Promise<void>) {
  const folder = await mkdtemp(join(tmpdir(), "rollcall-links-"));
  try {
    for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
    await work(join(folder, "rollcall.jsonc"));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

describe("loading a configuration with a links file", () => {
  const links = `{ "links": [${entry("1", "okeanos", "u-1")}, ${entry("2", "okeanos", "u-2")}] }`;
  const other = `{ "links": [${entry("2", "okeanos", "u-2")},\n${entry("1", "okeanos", "u-1")}] }`;

  test("pins are part of the policy and of its digest, in whatever order they stand", async () => {
    const digests: string[] = [];
    for (const text of ["", links, other])
      await inFolder({ "rollcall.jsonc": sketch, "rollcall.links.jsonc": text }, async (file) => {
        digests.push(digestPolicy((await loadConfiguration(file)).policy ?? assert.fail()));
      });
    assert.notEqual(digests[0], digests[1]);
    assert.equal(digests[1], digests[2]);
  });

  test("a file without entries is as good as none", () =>
    inFolder({ "rollcall.jsonc": sketch, "rollcall.links.jsonc": "" }, async (file) => {
      assert.equal((await loadConfiguration(file)).policy?.pinned, undefined);
    }));

  test("a named file is read from its path relative to the configuration", () =>
    inFolder(
      {
        "rollcall.jsonc": sketchWith('"target": "odm",', '"target": "odm", "links": "pins.jsonc",'),
        "pins.jsonc": links,
      },
      async (file) => {
        assert.equal((await loadConfiguration(file)).policy?.pinned?.length, 2);
      },
    ));

  test("a named file that is missing is an error that says where it was looked for", () =>
    inFolder(
      { "rollcall.jsonc": sketchWith('"target": "odm",', '"target": "odm", "links": "pins.jsonc",') },
      (file) =>
        assert.rejects(loadConfiguration(file), (error) => {
          assert.ok(error instanceof ConfigurationError);
          assert.match(
            error.message,
            /pins\.jsonc cannot be read\. There is no such file\. Make it with the content \{\}/,
          );
          return true;
        }),
    ));

  test("a problem names the links file and the line", () =>
    inFolder({ "rollcall.jsonc": sketch, "rollcall.links.jsonc": '{\n  "links": [1]\n}' }, (file) =>
      assert.rejects(loadConfiguration(file), (error) => {
        assert.ok(error instanceof ConfigurationError);
        assert.match(error.message, /rollcall\.links\.jsonc:2:13: Entry 1 must be an object, not 1\./);
        return true;
      }),
    ));
});

test("every property of the links file is described for completion, and unknown ones are marked", () => {
  type Schema = {
    additionalProperties?: unknown;
    description?: string;
    properties?: Record<string, Schema>;
    items?: Schema;
  };
  const root = linksJsonSchema() as Schema;
  assert.equal(root.additionalProperties, false);
  for (const list of ["links", "apart"]) {
    const { items, description } = root.properties?.[list] ?? assert.fail(list);
    assert.ok(description);
    assert.equal(items?.additionalProperties, false);
    assert.deepEqual(Object.keys(items?.properties ?? {}), ["target", "source", "id", "note"]);
    for (const [name, property] of Object.entries(items?.properties ?? {}))
      assert.ok(property.description, name);
  }
});
