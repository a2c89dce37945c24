import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { requestProblems } from "../../../../src/editor/submission/check.ts";
import { matchesValidator } from "../../../../src/editor/submission/validator.ts";
import { sampleApp } from "./sample-app.ts";

type Fields = Readonly<Record<string, unknown>>;

const request = (changes: Fields = {}) => ({
  name: "scan of the morning",
  appId: sampleApp.id,
  inputs: { scan: "agave://data/scan.nii" },
  parameters: { mode: "fast" },
  ...changes,
});
const problems = (changes: Fields) =>
  requestProblems(sampleApp, request(changes)).map(({ path, message }) => `${path.join(".")}: ${message}`);
const withInputs = (inputs: Fields) => problems({ inputs: { scan: "agave://data/scan.nii", ...inputs } });
const withParameters = (parameters: Fields) => problems({ parameters: { mode: "fast", ...parameters } });

describe("the check of a job request against its app", () => {
  it("has nothing to say of one that is right", () => {
    const all = {
      inputs: { scan: "scan.nii", atlases: ["agave://data/a.nii", "https://example.org/b.txt"] },
      parameters: {
        mode: "thorough",
        threshold: "1e-3",
        smooth: "off",
        verbose: true,
        subject: "AB123",
        classes: [1, 2, "3"],
      },
      archive: true,
      maxRunTime: "01:30:00",
      nodeCount: "2",
      memoryPerNode: "4GB",
      notifications: [],
    };
    assert.deepEqual(problems(all), []);
    assert.deepEqual(problems({ archive: null, parameters: { mode: "fast", smooth: null } }), []);
  });

  it("wants an object, a name and the app's own id", () => {
    for (const none of [null, 1, "text", ["name"]])
      assert.deepEqual(requestProblems(sampleApp, none), [
        { path: [], message: "A job request is a JSON object." },
      ]);
    assert.deepEqual(problems({ name: " " }), ["name: name is needed: what the job is called."]);
    assert.deepEqual(problems({ appId: "other-1.0" }), [
      "appId: appId has to be segment-2.1.0u2, as the job is one of it.",
    ]);
  });

  it("names what is required and missing, whatever stands for nothing", () => {
    for (const nothing of [undefined, null, "", " ", []])
      assert.deepEqual(problems({ inputs: { scan: nothing } }), [
        "inputs.scan: inputs.scan is needed: Scan.",
      ]);
    assert.deepEqual(problems({ inputs: null }), ["inputs.scan: inputs.scan is needed: Scan."]);
    assert.deepEqual(problems({ parameters: {} }), [
      "parameters.mode: parameters.mode is needed: one of several.",
    ]);
  });

  it("names what the app does not take, and what it fixes itself", () => {
    assert.deepEqual(withInputs({ atlas: "a.nii" }), [
      "inputs.atlas: inputs.atlas is none of the inputs of segment-2.1.0u2, which has scan, atlases.",
    ]);
    assert.deepEqual(withInputs({ weights: "mine" }), [
      "inputs.weights: inputs.weights is fixed by the app and cannot be set.",
    ]);
    assert.deepEqual(withParameters({ license: "mine" }), [
      "parameters.license: parameters.license is fixed by the app and cannot be set.",
    ]);
    assert.deepEqual(withParameters({ scan: "a" })[0]?.split(":")[0], "parameters.scan");
  });

  const wrong: readonly (readonly [string, Fields, RegExp])[] = [
    ["a number that is none", { threshold: "high" }, /threshold is no number: "high"/],
    ["an empty list for a number", { threshold: [] }, /^$/],
    ["true for a number", { threshold: true }, /threshold is no number: true/],
    ["an object for a number", { threshold: {} }, /threshold is no number: \{\}/],
    ["a value that is none of several", { mode: "slow" }, /mode cannot be "slow"; it can be fast, thorough/],
    ["the label of a value", { mode: "Fast" }, /mode cannot be "Fast"/],
    ["a word for yes or no", { smooth: "maybe" }, /smooth is true or false, not "maybe"/],
    ["two flags", { verbose: [true, false] }, /verbose takes at most 1 value; there are 2/],
    [
      "a text that does not match",
      { subject: "ab1" },
      /subject has to match \^\[A-Z\].*, which "ab1" does not/,
    ],
    ["fewer values than needed", { classes: [1] }, /classes needs at least 2 values; there is 1/],
    ["a text with one value of two", { classes: "1;" }, /classes needs at least 2 values; there is 1/],
  ];
  for (const [what, parameters, message] of wrong)
    it(`refuses ${what}`, () => {
      assert.match(withParameters(parameters).join("\n"), message);
    });

  it("counts the parts of a text as the server does, and says which of a list is wrong", () => {
    assert.deepEqual(withInputs({ scan: "a.nii;b.nii" }), [
      "inputs.scan: inputs.scan takes at most 1 file; there are 2.",
    ]);
    assert.deepEqual(withInputs({ atlases: ["a.nii", "b.jpg", "c.txt"] }), [
      "inputs.atlases: inputs.atlases takes at most 2 files; there are 3.",
      'inputs.atlases.1: inputs.atlases has to match \\.(nii|txt)$, which "b.jpg" does not.',
    ]);
    assert.deepEqual(withParameters({ classes: "1;x" }), [
      'parameters.classes: parameters.classes is no number: "x".',
    ]);
  });

  const addresses: readonly (readonly [unknown, RegExp | undefined])[] = [
    ["agave://system/a/b.txt", undefined],
    ["agave://system//root/b.txt", undefined],
    ["a/b.txt", undefined],
    ["/a/b.txt", undefined],
    ["https://example.org", undefined],
    ["agave://system", /needs a system and a path/],
    ["agave:///a", /needs a system and a path/],
    ["s3://bucket/a", /cannot be read from s3/],
    ["a b.txt", /has a space in it/],
    [5, /is no file: 5/],
    [{ url: "a" }, /is no file/],
  ];
  for (const [address, message] of addresses)
    it(`${message === undefined ? "takes" : "refuses"} the file ${JSON.stringify(address)}`, () => {
      const found = problems({ inputs: { scan: address } });
      if (message === undefined) assert.deepEqual(found, []);
      else assert.match(found.join("\n"), message);
    });

  it("checks how the job is to run, and only warns of fields that it does not know", () => {
    const settings: readonly (readonly [string, unknown])[] = [
      ["archive", "maybe"],
      ["maxRunTime", "1h"],
      ["maxRunTime", "01:60:00"],
      ["nodeCount", 0],
      ["nodeCount", 1.5],
      ["nodeCount", true],
      ["memoryPerNode", "much"],
      ["batchQueue", ""],
      ["notifications", {}],
    ];
    for (const [name, value] of settings)
      assert.match(problems({ [name]: value }).join("\n"), new RegExp(`^${name}: ${name} is `), name);
    const [typo, ...others] = requestProblems(sampleApp, request({ maxRuntime: "01:00:00" }));
    assert.deepEqual(others, []);
    assert.equal(typo?.warning, true);
    assert.match(typo?.message ?? "", /maxRuntime is no field of a job request/);
  });

  it("is not misled by names that every object has", () => {
    assert.equal(withParameters({ constructor: 1, toString: 2 }).length, 2);
    const app = { ...sampleApp, parameters: [{ id: "constructor", value: { required: true } }] };
    const [problem] = requestProblems(app, request({ parameters: {} }));
    assert.match(problem?.message ?? "", /parameters\.constructor is needed/);
  });

  it("takes an app as it comes, with lists that are none and fields without ids", () => {
    const bare = { id: "bare-1.0", name: "bare", version: "1.0" };
    const odd = {
      ...bare,
      inputs: [null, 1, {}, { id: "" }, { id: "a" }],
      parameters: [{ id: "p", value: null }],
    };
    for (const app of [bare, odd])
      assert.deepEqual(requestProblems(app, { name: "job", appId: app.id, inputs: {}, parameters: {} }), []);
  });
});

describe("a validator", () => {
  it("finds a match anywhere, as the server looks for one", () => {
    assert.equal(matchesValidator("x12", "\\d+"), true);
    assert.equal(matchesValidator("x12", "^\\d+$"), false);
    assert.equal(matchesValidator("ABC", "(?i)abc"), true);
    assert.equal(matchesValidator("a\nb", "(?s)a.b"), true);
  });

  it("is not judged where Perl reads it otherwise, or where it is none", () => {
    for (const validator of [
      "[[:alpha:]]+",
      "\\Aabc\\z",
      "a++b",
      "(?>a|b)",
      "a(?#note)",
      "(unclosed",
      "\\p{Lu}",
    ])
      assert.equal(matchesValidator("abc", validator), undefined, validator);
  });

  it("is given up where it takes too long", () => {
    const begun = Date.now();
    assert.equal(matchesValidator(`${"a".repeat(40)}!`, "^(a+)+$"), undefined);
    assert.ok(Date.now() - begun < 2000);
  });
});
