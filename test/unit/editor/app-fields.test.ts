import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { valueOfText } from "../../../src/editor/submission/field-text.ts";
import { fieldWords } from "../../../src/editor/views/apps/field-words.ts";
import { fieldsOf, settable } from "../../../src/editor/views/apps/fields.ts";
import { sampleApp } from "./submission/sample-app.ts";

const words = (list: "inputs" | "parameters" | "outputs") =>
  fieldsOf(sampleApp, list).map((field) => `${field.id}: ${fieldWords(field).join(" · ")}`);
const parameter = (id: string) =>
  fieldsOf(sampleApp, "parameters").find((field) => field.id === id) ?? assert.fail(`no ${id}`);

describe("the fields of an app", () => {
  it("are in the app's own order, and said in words", () => {
    assert.deepEqual(words("inputs"), [
      "scan: file · required · default agave://data/scan.nii",
      "atlases: file · optional · 0 to 2 values · has to match \\.(nii|txt)$",
      "weights: file · required · fixed by the app · default agave://data/weights",
    ]);
    assert.deepEqual(words("parameters"), [
      "mode: one of fast, thorough · required",
      "threshold: number · optional · default 0.5",
      "smooth: yes or no · optional",
      "verbose: flag · optional",
      "subject: text · optional · has to match ^[A-Z]{2}\\d{3}$",
      "classes: number · optional · 2 or more values",
      "license: text · required · fixed by the app · default site",
    ]);
    assert.deepEqual(words("outputs"), ["labels: file · default labels.nii"]);
  });

  it("can be set where people can see them", () => {
    assert.deepEqual(
      settable(sampleApp).map(({ id }) => id),
      ["scan", "atlases", "mode", "threshold", "smooth", "verbose", "subject", "classes"],
    );
  });

  it("are read from what there is of them: types that are not known, numbers for yes and no, names for values", () => {
    const fields = fieldsOf(
      {
        parameters: [
          { id: "a", value: { type: "Matrix", required: 1, visible: 0 } },
          { id: "b", value: { type: "ENUMERATION", enumValues: ["x", 2] } },
        ],
      },
      "parameters",
    );
    assert.deepEqual(
      fields.map(({ type, required, visible, least, most }) => [type, required, visible, least, most]),
      [
        ["string", true, false, 1, 1],
        ["enumeration", false, true, 0, 1],
      ],
    );
    assert.deepEqual(
      fields[1]?.choices.map(({ value }) => value),
      ["x", "2"],
    );
  });

  it("take what is typed by their types, and leave to the checks what does not fit", () => {
    assert.equal(valueOfText(parameter("threshold"), " 0.25 "), 0.25);
    assert.equal(valueOfText(parameter("threshold"), "12345678901234567890"), "12345678901234567890");
    assert.equal(valueOfText(parameter("threshold"), "high"), "high");
    assert.equal(valueOfText(parameter("smooth"), "true"), true);
    assert.deepEqual(valueOfText(parameter("classes"), "1; 2;"), [1, 2]);
    assert.equal(valueOfText(parameter("subject"), "  "), undefined);
  });
});
