import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { withEntry, withoutEntry } from "../../../../src/config/links/edit.ts";
import { linkSections } from "../../../../src/config/links/entry.ts";
import { parseLinks } from "../../../../src/config/links/parse.ts";

const policy = { target: "odm", sources: ["okeanos", "tacc"] };
const ana = { targetId: "1", connection: "okeanos", id: "u-1", note: "asked her" };
const bo = { targetId: "2", connection: "tacc", id: "bo" };

const commented = `{
  // The team's decisions.
  "links": [
    // Asked in March.
    { "target": "7", "source": "tacc", "id": "cy" }, // two accounts
    { "target": "8", "source": "tacc", "id": "di" } // renamed
  ]
}
`;

describe("adding an entry", () => {
  test("makes a file that says what it is for, one entry on a line", () => {
    assert.equal(
      withEntry(undefined, "links", ana),
      `{
  // What people have decided: which accounts belong together, and which do not ("apart").
  "links": [
    { "target": "1", "source": "okeanos", "id": "u-1", "note": "asked her" }
  ],
  "apart": []
}
`,
    );
  });

  test("keeps every comment where it is, and adds one line", () => {
    assert.equal(
      withEntry(commented, "links", bo),
      commented.replace(
        '"di" } // renamed\n',
        '"di" }, // renamed\n    { "target": "2", "source": "tacc", "id": "bo" }\n',
      ),
    );
  });

  test("keeps a trailing comma, and the file's line ends", () => {
    const text = '{\r\n  "links": [\r\n    { "target": "7", "source": "tacc", "id": "cy" },\r\n  ]\r\n}\r\n';
    assert.equal(
      withEntry(text, "links", bo),
      text.replace('"cy" },\r\n', '"cy" },\r\n    { "target": "2", "source": "tacc", "id": "bo" },\r\n'),
    );
  });

  test("keeps a comment in a list that has no entry yet", () => {
    const after = withEntry('{ "links": [ /* none yet */ ] }', "links", bo);
    assert.match(after, /none yet/);
    assert.deepEqual(
      parseLinks(after, policy).entries.map(({ pin }) => pin),
      [bo],
    );
  });

  test("adds the list where the file lacks it", () => {
    const after = withEntry(commented, "apart", bo);
    assert.match(after, /Asked in March/);
    assert.deepEqual(
      parseLinks(after, policy).entries.map(({ section, pin }) => `${section} ${pin.targetId}`),
      ["links 7", "links 8", "apart 2"],
    );
  });
});

describe("removing an entry", () => {
  test("takes its line and what is noted there, and leaves the rest", () => {
    assert.equal(
      withoutEntry(commented, "links", 0),
      commented.replace('    { "target": "7", "source": "tacc", "id": "cy" }, // two accounts\n', ""),
    );
  });

  test("takes the comma before the last entry with it, and no comment", () => {
    assert.equal(
      withoutEntry(commented, "links", 1),
      commented
        .replace('"cy" }, //', '"cy" } //')
        .replace('    { "target": "8", "source": "tacc", "id": "di" } // renamed\n', ""),
    );
  });

  test("works in a list on one line", () => {
    const text =
      '{ "links": [{ "target": "7", "source": "tacc", "id": "cy" }, { "target": "8", "source": "tacc", "id": "di" }] }';
    for (const [index, left] of [
      [0, "8"],
      [1, "7"],
    ] as const)
      assert.deepEqual(
        parseLinks(withoutEntry(text, "links", index), policy).entries.map(({ pin }) => pin.targetId),
        [left],
      );
  });
});

test("whatever is added and removed in whatever order, the file says just that", () => {
  const steps = fc.array(
    fc.tuple(
      fc.constantFrom(...linkSections),
      fc.nat(30),
      fc.boolean(),
      fc.constantFrom("", 'a "b" \\', "// é"),
    ),
    { maxLength: 12 },
  );
  const starts = fc.constantFrom(
    undefined,
    "",
    "{}",
    '{ "apart": [] }',
    '{\r\n\t"links": [],\r\n}',
    '{"links":[/* x */]}',
  );
  fc.assert(
    fc.property(starts, steps, (first, walk) => {
      let text: string | undefined = first;
      const said: Record<string, string[]> = { links: [], apart: [] };
      for (const [section, number, adds, note] of walk) {
        const list = said[section] ?? [];
        const id = `${section}-${number}`;
        if (adds && !list.includes(id)) {
          text = withEntry(text, section, { targetId: id, connection: "tacc", id, ...(note && { note }) });
          list.push(id);
        } else if (!adds && list.length > 0) {
          const index = number % list.length;
          text = withoutEntry(text ?? "", section, index);
          list.splice(index, 1);
        }
      }
      const { entries, problems } = parseLinks(text ?? "", policy);
      assert.deepEqual(problems, []);
      for (const section of linkSections)
        assert.deepEqual(
          entries.filter((entry) => entry.section === section).map(({ pin }) => pin.id),
          said[section],
        );
    }),
    { numRuns: 500 },
  );
});
