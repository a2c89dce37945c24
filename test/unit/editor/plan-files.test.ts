import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { hoverAt } from "../../../src/editor/plan-files/hover.ts";
import { outlineOf } from "../../../src/editor/plan-files/outline.ts";
import { planTree } from "../../../src/editor/plan-files/plan-tree.ts";
import { planRemarks } from "../../../src/editor/plan-files/remarks.ts";
import { RefusedPlan } from "../../../src/reconcile/refused.ts";
import { planText } from "../../../src/session/plan-document.ts";
import { change, plan } from "../cli/samples.ts";

const sample = plan({
  changes: [
    change({ id: "1", person: "ana" }),
    change({
      id: "2",
      person: "<b>bob</b>",
      action: "deactivate",
      set: { active: { from: true, to: false } },
    }),
    change({ id: "3", person: "", action: "update" }),
  ],
  disputes: [
    {
      id: "d",
      why: "two",
      rule: "match[0]",
      candidates: [
        { connection: "odm", id: "1", label: "Ada" },
        { connection: "odm", id: "2", label: "Ida" },
      ],
    },
  ],
  blocked: [{ action: "deactivate", planned: 9, allowed: 1, why: "Too many." }],
});
const text = planText(sample);
const at = (piece: string) => text.indexOf(piece) + 1;
const shown = ({ offset, length }: { readonly offset: number; readonly length: number }) =>
  text.slice(offset, offset + length);

describe("what is said of a plan file", () => {
  const noPlans: readonly (readonly [string, string, RegExp, string])[] = [
    ["{ broken", "notJson", /not JSON/, "{ broken"],
    ["", "notJson", /not JSON/, ""],
    ['{ "version": 7 }', "otherVersion", /version 7, and this Rollcall reads version 1/, "7"],
    ['{ "version": 1 }', "notAPlan", /parts of one are missing/, "{"],
    ["[]", "notAPlan", /parts of one are missing/, "["],
  ];
  for (const [file, code, message, place] of noPlans) {
    it(`${JSON.stringify(file)} is ${code}`, () => {
      const [remark, ...others] = planRemarks(planTree(file), () => assert.fail("it is no plan"));
      assert.equal(others.length, 0);
      assert.equal(remark?.code, code);
      assert.match(remark?.message ?? "", message);
      const { offset = 0, length = 0 } = remark?.place ?? {};
      assert.ok(file.slice(offset, offset + length).length >= Math.min(1, place.length));
      if (code === "otherVersion") assert.equal(file.slice(offset, offset + length), place);
    });
  }

  it("marks the part that a refusal is about", () => {
    const refusals = [
      new RefusedPlan("edited", "It was edited."),
      new RefusedPlan("blocked", "It is blocked."),
      new RefusedPlan("otherTarget", "It is for another."),
      new RefusedPlan("applied", "It was applied."),
    ];
    const remarks = planRemarks(planTree(text), () => refusals);
    assert.deepEqual(
      remarks.map(({ code, severity }) => [code, severity]),
      [
        ["edited", "error"],
        ["blocked", "error"],
        ["otherTarget", "error"],
        ["applied", "information"],
      ],
    );
    const [edited, blocked, target] = remarks.map(({ place }) => shown(place));
    assert.equal(edited, JSON.stringify(sample.id));
    assert.match(blocked ?? "", /^\[[\s\S]*Too many\.[\s\S]*\]$/);
    assert.match(target ?? "", /^\{[\s\S]*127\.0\.0\.1[\s\S]*\}$/);
    assert.deepEqual(
      planRemarks(planTree(text), () => []),
      [],
    );
  });
});

describe("the outline of a plan file", () => {
  it("groups changes by action in the order of application, then what is to be settled", () => {
    const outline = outlineOf(planTree(text));
    assert.deepEqual(
      outline.map(({ name, children }) => [name, children.map((child) => child.name)]),
      [
        ["Update", ["ana", "(no name)"]],
        ["Deactivate", ["<b>bob</b>"]],
        ["Disputes", ["Ada or Ida"]],
      ],
    );
    for (const group of outline)
      for (const { place } of group.children) {
        assert.ok(place.offset >= group.place.offset);
        assert.ok(place.offset + place.length <= group.place.offset + group.place.length);
      }
    assert.match(shown(outline[1]?.children[0]?.place ?? assert.fail()), /^\{\s+"id": "2"/);
    assert.deepEqual(outlineOf(planTree("{")), []);
  });
});

describe("what a plan file says under the mouse", () => {
  const hover = (piece: string) => hoverAt(planTree(text), at(piece))?.text ?? "";

  it("is who a change is about, before and after, and why, with hostile names as letters", () => {
    assert.match(
      hover('"person": "ana"'),
      /\*\*Update\*\* ana: linked before[\s\S]*“Ana” → “Ana Silva”[\s\S]*tacc\\\.fullName/,
    );
    assert.match(hover('"person": "<b>'), /\*\*Deactivate\*\* \\<b\\>bob\\<\/b\\>/);
  });

  it("is the meaning of a situation or an action", () => {
    assert.match(hover('"confirmed",'), /^\*\*confirmed\*\*: Linked before/);
    assert.match(hover('"confirmed": 3'), /^\*\*confirmed\*\*: Linked before/);
    assert.match(hover('"deactivate",'), /^\*\*deactivate\*\*: .*Nothing is ever deleted/);
  });

  it("is nothing elsewhere, nor in what is no plan", () => {
    assert.equal(hover('"policy"'), "");
    assert.equal(hoverAt(planTree('{ "changes": [{ "person": "ana" }] }'), 20), undefined);
    assert.equal(hoverAt(planTree(""), 0), undefined);
  });
});
