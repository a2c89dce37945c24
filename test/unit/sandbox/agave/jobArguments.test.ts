import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { AppRecord } from "../../../../src/sandbox/agave/apps/record.ts";
import { checkInputs, checkParameters } from "../../../../src/sandbox/agave/jobs/arguments.ts";

const app = (description: AppRecord["description"]): AppRecord => ({
  id: "app-1.0",
  uuid: "1-005",
  owner: "me",
  name: "app",
  version: "1.0",
  revision: 1,
  isPublic: false,
  available: true,
  executionSystem: "vm",
  description,
  created: 0,
  lastModified: 0,
});

describe("The inputs and parameters of a job", () => {
  const parameter = (value: object) => app({ parameters: [{ id: "p", value }] });

  for (const [what, value, given] of [
    ["a number that is none", { type: "number" }, "many"],
    ["a truth that is none", { type: "bool" }, "maybe"],
    ["a text that is none", { type: "string" }, 5],
    ["what an enumeration does not have", { type: "enumeration", enumValues: ["a", { b: "B" }] }, "c"],
    ["what its validator does not let through", { type: "string", validator: "^\\d+$" }, "x1"],
    ["a list with one that is wrong", { type: "number" }, [1, "two"]],
  ] as const) {
    it(`refuse ${what}`, () => {
      const checked = checkParameters(parameter(value), { p: given });
      assert.ok("fault" in checked);
      assert.match(checked.fault, /^Invalid parameter value for p/);
    });
  }

  for (const [what, value, given] of [
    ["a number as text", { type: "number" }, "0.5"],
    ["a flag", { type: "flag" }, true],
    ["an enumeration by its key", { type: "enumeration", enum_values: ["a", { b: "B" }] }, "b"],
    ["a text without a type", {}, "anything"],
  ] as const) {
    it(`take ${what}`, () => {
      assert.deepEqual(checkParameters(parameter(value), { p: given }), { values: { p: given } });
    });
  }

  it("have to be there where they are required and have no default", () => {
    const inputs = app({ inputs: [{ id: "file", value: { required: true } }] });
    for (const given of [undefined, {}, { file: "" }, { other: "a" }]) {
      assert.deepEqual(checkInputs(inputs, given), { fault: "No input specified for file" });
    }
    assert.deepEqual(checkInputs(inputs, { file: ["a", "b"], other: "c" }), { values: { file: ["a", "b"] } });
    assert.ok("fault" in checkInputs(inputs, { file: ["a", ""] }));
    assert.ok("fault" in checkInputs(inputs, ["a"]));
  });

  it("fall back to the app's defaults, and to nothing where the app asks for nothing", () => {
    assert.deepEqual(checkParameters(parameter({ type: "number", default: 3, required: true }), null), {
      values: { p: 3 },
    });
    assert.deepEqual(checkParameters(app({}), { p: 1 }), { values: {} });
  });
});
