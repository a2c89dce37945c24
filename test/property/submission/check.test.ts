import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { readJsonDraft } from "../../../src/editor/calls/json-draft.ts";
import { requestProblems } from "../../../src/editor/submission/check.ts";
import { draftRemarks } from "../../../src/editor/submission/draft-remarks.ts";
import { jobDraft } from "../../../src/editor/submission/draft-text.ts";
import { newRequest, requestLike } from "../../../src/editor/submission/request.ts";
import { settable } from "../../../src/editor/views/apps/fields.ts";
import type { App } from "../../../src/platforms/agave/answers/apps.ts";
import type { AppRecord } from "../../../src/sandbox/agave/apps/record.ts";
import { checkInputs, checkParameters } from "../../../src/sandbox/agave/jobs/arguments.ts";
import { anyApp, anyRequest, appWithValues } from "./arbitrary.ts";

const now = new Date("2030-01-31T00:00:00Z");

/** The sandbox fills in what is missing, and would refuse a default that does not fit or is not there; an app has none such. */
function withoutPresets(app: App): App {
  const without = (list: readonly unknown[] = []) =>
    list.map((each) => {
      const field = each as { readonly value?: { readonly visible?: boolean } } | null;
      if (typeof field?.value !== "object") return each;
      const fixed = field.value.visible === false ? { required: false } : {};
      return { ...field, value: { ...field.value, ...fixed, default: null } };
    });
  return { ...app, inputs: without(app.inputs), parameters: without(app.parameters) };
}

describe("the check of any job request against any app", () => {
  it("answers, and names the field that each problem is about", () => {
    fc.assert(
      fc.property(anyApp, fc.anything(), anyRequest, (app, anything, request) => {
        for (const problem of [...requestProblems(app, request), ...requestProblems(app, anything)]) {
          const field = problem.path.filter((part) => typeof part === "string").join(".");
          assert.ok(problem.message.startsWith(field), problem.message);
          assert.match(problem.message, /\.$/);
          assert.doesNotMatch(problem.message, /undefined|\[object|NaN|Infinity/);
        }
      }),
    );
  });

  it("lets nothing pass that the sandbox refuses of inputs and parameters", () => {
    let passed = 0;
    fc.assert(
      fc.property(appWithValues, ({ app, inputs, parameters }) => {
        const problems = requestProblems(app, { name: "job", appId: app.id, inputs, parameters });
        if (problems.length > 0) return;
        passed += 1;
        const record = { description: withoutPresets(app) } as unknown as AppRecord;
        for (const answer of [checkInputs(record, inputs), checkParameters(record, parameters)])
          assert.ok(!("fault" in answer), "fault" in answer ? answer.fault : "");
      }),
      { numRuns: 1000 },
    );
    assert.ok(passed > 100, `only ${passed} passed`);
  });
});

describe("the draft for a job of any app", () => {
  it("says the request and nothing else, whatever the app says of itself", () => {
    fc.assert(
      fc.property(anyApp, (app) => {
        const request = newRequest(app, now);
        const written = readJsonDraft(jobDraft(app, "agave", request)) as typeof request;
        for (const field of settable(app)) {
          const list = field.list as "inputs" | "parameters";
          const value = Object.hasOwn(written[list] ?? {}, field.id) ? written[list]?.[field.id] : undefined;
          const wanted = Object.hasOwn(request[list] ?? {}, field.id) ? request[list]?.[field.id] : undefined;
          assert.deepEqual(value, wanted ?? (field.required ? null : undefined));
        }
        assert.deepEqual(
          { ...written, inputs: {}, parameters: {} },
          { ...request, inputs: {}, parameters: {} },
        );
      }),
    );
  });

  it("is told of the same problems as its request, each at a place of the text", () => {
    fc.assert(
      fc.property(anyApp, anyRequest, (app, known) => {
        const { inputs: _inputs, parameters: _parameters, ...rest } = known;
        const text = JSON.stringify({ ...rest, inputs: known.inputs, parameters: known.parameters }, null, 2);
        const remarks = draftRemarks(app, text);
        assert.deepEqual(
          remarks.map(({ message }) => message),
          requestProblems(app, readJsonDraft(text)).map(({ message }) => message),
        );
        for (const { offset, length } of remarks)
          assert.ok(offset >= 0 && length > 0 && offset + length <= text.length);
      }),
    );
  });

  it("begins from any job without what the app does not take", () => {
    fc.assert(
      fc.property(anyApp, anyRequest, (app, known) => {
        const isObject = (value: unknown) =>
          typeof value === "object" && value !== null && !Array.isArray(value);
        if (!isObject(known.inputs) || !isObject(known.parameters)) return;
        const request = requestLike(app, known as object, now);
        const names = requestProblems(app, request).flatMap(({ ofName, message }) =>
          ofName ? [message] : [],
        );
        assert.deepEqual(names, []);
      }),
    );
  });
});
