import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { readJsonDraft } from "../../../../src/editor/calls/json-draft.ts";
import { draftRemarks } from "../../../../src/editor/submission/draft-remarks.ts";
import { jobDraft } from "../../../../src/editor/submission/draft-text.ts";
import { newRequest, requestLike } from "../../../../src/editor/submission/request.ts";
import { sampleApp } from "./sample-app.ts";

const now = new Date("2030-01-31T12:34:56Z");

describe("a request for a job", () => {
  it("begins with a name of its time and the app's defaults, which the server would not fill in", () => {
    assert.deepEqual(newRequest(sampleApp, now), {
      name: "segment 2030-01-31 12:34",
      appId: "segment-2.1.0u2",
      inputs: { scan: "agave://data/scan.nii" },
      parameters: { threshold: 0.5 },
      archive: true,
    });
  });

  it("like an earlier job has its values, and neither what the app fixes nor what the server keeps", () => {
    const job = {
      id: "1-007",
      status: "FINISHED",
      owner: "ana",
      name: "night run",
      appId: "segment-2.1.0u1",
      inputs: { scan: ["agave://data/other.nii"], weights: ["agave://data/weights"], gone: "x" },
      parameters: { mode: "thorough", license: "site", subject: null, classes: [1, 2] },
      archive: false,
      archivePath: "ana/archive/jobs/job-1-007",
      batchQueue: "normal",
      maxRunTime: "01:00:00",
    };
    assert.deepEqual(requestLike(sampleApp, job, now), {
      name: "night run",
      appId: "segment-2.1.0u2",
      inputs: { scan: "agave://data/other.nii" },
      parameters: { mode: "thorough", classes: [1, 2] },
      archive: false,
      batchQueue: "normal",
      maxRunTime: "01:00:00",
    });
  });
});

describe("the draft of a job request", () => {
  const draft = jobDraft(sampleApp, "tacc", newRequest(sampleApp, now));

  it("holds the request, with what is needed and not known left empty", () => {
    const { parameters, ...rest } = newRequest(sampleApp, now);
    assert.deepEqual(readJsonDraft(draft), { ...rest, parameters: { mode: null, ...parameters } });
  });

  it("says of each field what the app says, and nothing of what it fixes", () => {
    assert.match(draft, /\/\/ Scan: What is segmented\. file · required · default agave:\/\/data\/scan\.nii/);
    assert.match(draft, /\/\/ one of fast, thorough · required\n\s+"mode": null/);
    assert.match(draft, /\/\/ "subject": "",/);
    assert.doesNotMatch(draft, /license|weights/);
  });

  it("stays JSON when an example is taken into it, whichever", () => {
    const examples = draft.split("\n").filter((line) => /^\s*\/\/ "/.test(line));
    assert.ok(examples.length >= 5);
    for (const example of examples) {
      const taken = draft.replace(example, example.replace("// ", ""));
      const name = /"([^"]+)"/.exec(example)?.[1] ?? "";
      assert.ok(JSON.stringify(readJsonDraft(taken)).includes(`"${name}":`), example);
    }
  });

  it("is told line by line what is wrong with it", () => {
    const remark = (text: string) =>
      draftRemarks(sampleApp, text).map(({ message, offset, length, warning }) => ({
        message,
        line: text.slice(0, offset).split("\n").length,
        marked: text.slice(offset, offset + length),
        warning,
      }));
    const [first, ...others] = remark(draft);
    assert.deepEqual(others, []);
    assert.equal(first?.marked, "null");
    assert.equal(draft.split("\n")[(first?.line ?? 0) - 1]?.trim(), '"mode": null,');
    const filled = draft.replace('"mode": null', '"mode": "fast"');
    assert.deepEqual(remark(filled), []);
    const typo = filled.replace('"threshold": 0.5', '"treshold": 0.5');
    assert.equal(remark(typo)[0]?.marked, '"treshold"');
    const wrong = filled.replace('"threshold": 0.5', '"threshold": "half"');
    assert.equal(remark(wrong)[0]?.marked, '"half"');
    const nameless = filled.replace(/ {2}"name".*\n/, "");
    assert.deepEqual(
      [remark(nameless)[0]?.marked, remark(nameless)[0]?.message],
      ["{", "name is needed: what the job is called."],
    );
    const scanless = filled.replace(/ {4}"scan".*\n/, "");
    assert.deepEqual(
      [remark(scanless)[0]?.marked, remark(scanless)[0]?.message],
      ['"inputs"', "inputs.scan is needed: Scan."],
    );
    const unknown = filled.replace('"archive"', '"archived"');
    assert.deepEqual([remark(unknown)[0]?.marked, remark(unknown)[0]?.warning], ['"archived"', true]);
  });

  it("is told where it is no JSON, and nothing else then", () => {
    const [remark, ...others] = draftRemarks(sampleApp, '{\n  "name": "a"\n  "appId": "b"\n}');
    assert.deepEqual(others, []);
    assert.match(remark?.message ?? "", /^A comma is expected here\.$/);
    assert.equal(remark?.offset, 18);
    assert.match(draftRemarks(sampleApp, "[]")[0]?.message ?? "", /JSON object/);
    assert.equal(draftRemarks(sampleApp, "").length, 1);
  });
});
