import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { brokenArrows } from "../tools/architecture/arrows.ts";
import { cyclesAmong, importsOf, type Sources } from "../tools/architecture/imports.ts";
import { root } from "../tools/paths.ts";

const mostLines = 300;

const sources: Sources = new Map(
  globSync("src/**/*.ts", { cwd: root }).map((file) => [
    file.replaceAll("\\", "/"),
    readFileSync(join(root, file), "utf8"),
  ]),
);

describe("the check of the arrows", () => {
  const broken: readonly (readonly [string, string, RegExp])[] = [
    ["src/filter/a.ts", 'import { b } from "../identity/b.ts";', /filter may import nothing of ours/],
    ["src/identity/a.ts", 'export * from "../reconcile/b.ts";', /identity may import filter of ours/],
    ["src/sandbox/a.ts", 'export type { B } from "../filter/b.ts";', /sandbox may import nothing of ours/],
    ["src/ledger/a.ts", 'import { b } from "../identity/b.ts";', /only types of identity/],
    ["src/platforms/odm/a.ts", 'import "../../identity/b.ts";', /only types of identity/],
    ["src/session/a.ts", 'const b = await import("../editor/b.ts");', /session may import/],
    ["src/cli.ts", 'import { b } from "./session/b.ts";', /cli\.ts may import cli of ours/],
    ["src/cli/a.ts", 'import {\n  b,\n  c,\n} from "../editor/b.ts";', /cli may import/],
    ["src/editor/a.ts", 'import b from "../cli/b.ts";', /editor may import/],
    ["src/editor/a.ts", 'import b from "../../test/b.ts";', /editor may import/],
    ["src/reconcile/a.ts", 'import type { B } from "vscode";', /only editor, extension\.ts may import it/],
    ["src/session/a.ts", 'let b: typeof import("undici");', /only http may import it/],
    ["src/reconcile/a.ts", 'const s = () => import("node:sqlite");', /only ledger may import it/],
    ["src/cli/a.ts", 'import http from "http";', /only sandbox, http may import it/],
    ["src/identity/a.ts", 'import { readFile } from "node:fs/promises";', /identity is pure/],
    ["src/http/a.ts", "const b = await import(name);", /a string literal/],
    ["src/helpers/a.ts", "", /which the design does not have/],
  ];
  for (const [file, source, rule] of broken) {
    it(`sees ${JSON.stringify(source)} in ${file}`, () => {
      const found = brokenArrows(new Map([[file, source]]));
      assert.equal(found.length, 1);
      assert.match(found[0] ?? "", rule);
      assert.ok(found[0]?.startsWith(file));
    });
  }

  it("tells imports that remain at run time from those of types", () => {
    const source = `import type { A } from "./a.ts";
import { type B } from "./b.ts";
import c, { type D } from "./c.ts";
export type { E } from "./e.ts";
// import { f } from "./f.ts"; import("./g.ts")
`;
    assert.deepEqual(importsOf(source), [
      { specifier: "./a.ts", typeOnly: true },
      { specifier: "./b.ts", typeOnly: false },
      { specifier: "./c.ts", typeOnly: false },
      { specifier: "./e.ts", typeOnly: true },
    ]);
  });

  it("sees a cycle, and none where types close it", () => {
    const around = (last: string): Sources =>
      new Map([
        ["src/filter/a.ts", 'import "./b.ts";'],
        ["src/filter/b.ts", 'const c = () => import("./c.ts");'],
        ["src/filter/c.ts", last],
      ]);
    assert.deepEqual(cyclesAmong(around('export { a } from "./a.ts";')), [
      ["src/filter/a.ts", "src/filter/b.ts", "src/filter/c.ts", "src/filter/a.ts"],
    ]);
    assert.deepEqual(cyclesAmong(around('import type { A } from "./a.ts";')), []);
  });
});

describe("the sources", () => {
  it("are there", () => assert.ok(sources.size > 0));

  it("keep to the arrows of the design", () => nothing(brokenArrows(sources)));

  it("import each other without cycles", () =>
    nothing(cyclesAmong(sources).map((cycle) => cycle.join(" -> "))));

  it(`are files of at most ${mostLines} lines`, () => {
    const long = [...sources].flatMap(([file, source]) => {
      const lines = source.trimEnd().split("\n").length;
      return lines > mostLines ? [`${file} has ${lines} lines`] : [];
    });
    nothing(long);
  });
});

function nothing(findings: readonly string[]): void {
  assert.ok(findings.length === 0, findings.join("\n"));
}
