import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { personText } from "../../../src/editor/documents/person-text.ts";
import type { Account } from "../../../src/identity/account.ts";
import type { PersonRecord } from "../../../src/session/person.ts";
import { change } from "../cli/samples.ts";

function record(name: string): PersonRecord {
  const account = (connection: string, attributes: Account["attributes"]): Account => ({
    connection,
    id: name,
    displayName: name,
    emails: [name],
    active: true,
    attributes,
  });
  const planned = change({ person: name, why: name, set: { displayName: { from: name, to: name } } });
  return {
    judgement: {
      person: name,
      targets: [account("odm", { displayName: name, nickName: name })],
      sources: [account("tacc", { [name]: name, phone: { home: name } })],
      links: [{ connection: "tacc", id: name, evidence: `linked in run 20251104T101010Z-abcdef: ${name}` }],
      situation: "confirmed",
      action: "update",
      set: {},
      why: name,
      steps: [{ step: "read", text: name }],
    },
    changes: [planned],
    history: [
      {
        run: "20251104T101010Z-abcdef",
        change: planned,
        result: "failed",
        why: name,
        at: "2025-11-04T10:10:10.123Z",
      },
    ],
  };
}

const hostile = [
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  "[click](command:rollcall.apply)",
  "![x](https://evil.example/x.png)",
  "a | b\n# Heading\n- item",
  "`code` ```\n***",
  "&lt;b&gt; &#60;i&#62;",
  "https://evil.example/ and www.evil.example and me@evil.example",
  "\u202egpj.exe\u0000",
];

describe("a person's page", () => {
  for (const name of hostile) {
    it(`takes nothing from ${JSON.stringify(name)} but letters`, () => {
      const text = personText("key", [record(name)]);
      const bare = text.replaceAll(/\\[^\w\s]/g, "").replaceAll("&#8203;", "");
      assert.doesNotMatch(bare, /[<>`[\]()!]\S*(script|img|command|evil)/i);
      assert.doesNotMatch(bare, /<|\]\(|&(lt|#60)/);
      assert.doesNotMatch(text, /:\/\//);
      assert.doesNotMatch(text, /(?!\n)[\p{Cc}\p{Cf}]/u);
      assert.equal(text.split("\n").filter((line) => line.startsWith("# ")).length, 1);
      const widths = new Set(
        text
          .split("\n")
          .filter((line) => line.startsWith("|"))
          .map((line) => line.replaceAll("\\|", "").split("|").length),
      );
      assert.deepEqual([...widths].toSorted(), [5, 7]);
    });
  }

  it("shows accounts side by side, links since when, the plan's change, and what was done", () => {
    const text = personText("ada", [record("ada")]);
    assert.match(text, /^\| {2}\| odm: ada \| tacc: ada \|$/m);
    assert.match(text, /^\| nickName \| ada \| {2}\|$/m);
    assert.match(text, /^- tacc ada: ada \(since 2025\\-11\\-04, run/m);
    assert.match(text, /^- \*\*Update\*\*: ada\n {2}- displayName: “ada” → “ada”$/m);
    assert.match(text, /^\| 2025\\-11\\-04 10:10:10 UTC \| failed: ada \| Update \|/m);
  });

  it("says so where there is nothing to say", () => {
    const { judgement } = record("ada");
    const bare = { judgement: { ...judgement, links: [] }, changes: [], history: [] };
    const text = personText("ada", [bare]);
    for (const sentence of ["No account is linked.", "Nothing.", "No run has changed these accounts."])
      assert.ok(text.includes(sentence), sentence);
    assert.equal(personText("ada", []), "Nobody carries ada any more.\n");
  });
});
