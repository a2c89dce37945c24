import assert from "node:assert/strict";
import {
  back,
  type DraftQuestion,
  type InputQuestion,
  type PickQuestion,
} from "../../../src/editor/ui/ask.ts";
import { describe, it } from "../harness/cases.ts";
import { withApps } from "./support/apps.ts";
import { answering, read, run, told } from "./support/rollcall.ts";

describe("jobs of apps", () => {
  const { host, sandbox, app, sent, selected, job, question } = withApps();

  it("have jobs submitted with a form that asks for what is needed and checks it, then for what else", async () => {
    const before = sent("POST", "/jobs/v2").length;
    const ask = await answering(
      host(),
      [
        { id: "way", answer: "form" },
        { id: "name", answer: "scan of today" },
        { id: "inputs.input", answer: back },
        {
          id: "name",
          answer: ({ value, validate }: InputQuestion) => {
            assert.ok(validate?.(" "));
            assert.equal(value, "scan of today", "what was typed is kept");
            return value;
          },
        },
        { id: "inputs.input", answer: "type" },
        {
          id: "inputs.input.text",
          answer: ({ validate }: InputQuestion) => {
            assert.match(validate?.("ftp://example.org/a")?.message ?? "", /cannot be read from ftp/);
            assert.match(validate?.("")?.message ?? "", /input is needed/);
            return "agave://imaging.storage/inputs/reads.txt";
          },
        },
        {
          id: "parameters.mode",
          answer: ({ choices }: PickQuestion) => {
            assert.deepEqual(
              choices.map(({ label, description }) => [label, description]),
              [
                ["Fast", "as it is now"],
                ["Thorough, takes an hour", undefined],
              ],
            );
            return "thorough";
          },
        },
        { id: "more", answer: "parameters.subject" },
        {
          id: "parameters.subject.text",
          answer: ({ validate }: InputQuestion) => {
            assert.match(
              validate?.("ab1")?.message ?? "",
              /^subject has to match .*, which "ab1" does not\. Two letters and three digits\.$/,
            );
            return "AB123";
          },
        },
        { id: "more", answer: "parameters.smooth" },
        { id: "parameters.smooth", answer: "true" },
        { id: "more", answer: "maxRunTime" },
        {
          id: "maxRunTime",
          answer: ({ validate }: InputQuestion) => {
            assert.match(validate?.("90 minutes")?.message ?? "", /^Longest run time is hours, minutes/);
            return "00:30:00";
          },
        },
        { id: "more", answer: "send" },
        { id: "submit", answer: true },
      ],
      async () => run("submitJob", await app("segment 2.1.0 u2")),
    );
    assert.equal(question(ask, "submit").message, "Submit scan of today to segment-2.1.0u2 of tacc?");
    const last = ask.asked.findLast(({ id }) => id === "more") as PickQuestion;
    const about = (id: string) => last.choices.find((choice) => choice.id === id);
    assert.equal(about("parameters.subject")?.description, "AB123");
    assert.equal(about("inputs.atlases")?.description, "not set");
    assert.equal(about("parameters.smooth")?.description, "yes");
    assert.ok(!last.choices.some(({ id }) => id === "parameters.license"), "what is fixed is not asked");
    const bodies = sent("POST", "/jobs/v2").slice(before);
    assert.equal(bodies.length, 1);
    assert.deepEqual(bodies[0]?.body, {
      name: "scan of today",
      appId: "segment-2.1.0u2",
      inputs: { input: "agave://imaging.storage/inputs/reads.txt" },
      parameters: { threshold: 0.5, mode: "thorough", subject: "AB123", smooth: true },
      archive: true,
      maxRunTime: "00:30:00",
    });
    assert.equal((await selected("rollcall.jobs")).node.label, "scan of today");
    assert.match(read(await job("scan of today")), / · segment-2\.1\.0u2$/);
  });

  it("have jobs submitted from a JSON document that is filled in, and wrong values are told before anything is sent", async () => {
    const before = sent("POST", "/jobs/v2").length;
    let draft = "";
    const answer = ({ text, remarks }: DraftQuestion) => {
      draft = text;
      const said = (from: string, to: string) =>
        (remarks?.(text.replace(from, to)) ?? []).map(({ message }) => message);
      assert.deepEqual(remarks?.(text), []);
      assert.deepEqual(said(": 0.5", ': "high"'), ['parameters.threshold is no number: "high".']);
      assert.match(
        said('"threshold"', '"treshold"').join(),
        /treshold is none of the parameters of wordcount/,
      );
      assert.match(
        said('"agave://imaging', '"ftp://imaging').join(),
        /inputs\.input cannot be read from ftp/,
      );
      assert.match(said("{", "{,").join(), /^A value is expected here\.$/);
      const [remark] = remarks?.(text.replace(": 0.5", ': "high"')) ?? [];
      assert.equal(
        text.replace(": 0.5", ': "high"').slice(remark?.offset).slice(0, remark?.length),
        '"high"',
      );
      return text.replace(/"name": "[^"]*"/, '"name": "from a document"').replace(": 0.5", ": 0.25");
    };
    const ask = await answering(
      host(),
      [
        { id: "way", answer: "json" },
        { id: "job", answer },
        { id: "submit", answer: true },
      ],
      async () => run("submitJob", await app("wordcount")),
    );
    assert.match(draft, /\/\/ Threshold: Between 0 and 1\. number · optional · default 0\.5\n/);
    assert.match(draft, /\n {2}\/\/ "maxRunTime": "01:00:00",\n/);
    assert.match(question(ask, "submit").detail, /^It runs on imaging\.vm\.\n/);
    const bodies = sent("POST", "/jobs/v2").slice(before);
    assert.deepEqual(
      bodies.map(({ body }) => (body as { parameters?: unknown }).parameters),
      [{ threshold: 0.25 }],
    );
    assert.equal((await selected("rollcall.jobs")).node.label, "from a document");
  });

  it("keep what was written where the server refuses a job, and submit it again when it was changed", async () => {
    sandbox().setFaults([
      { kind: "forbidden", platform: "agave", method: "POST", path: "/jobs/v2", times: 1 },
    ]);
    const ask = await answering(
      host(),
      [
        { id: "way", answer: "form" },
        { id: "name", answer: "refused first" },
        { id: "inputs.input", answer: "present" },
        { id: "more", answer: "send" },
        { id: "submit", answer: true },
        { id: "refused", answer: "Change and Submit Again…" },
        {
          id: "job",
          answer: ({ text }: DraftQuestion) => {
            assert.match(text, /"name": "refused first"/);
            return text.replace("refused first", "taken then");
          },
        },
        { id: "submit", answer: true },
      ],
      async () => run("submitJob", await app("wordcount")),
    );
    assert.match(question(ask, "refused").message, /^refused first was not submitted\. /);
    assert.match(read(await job("taken then")), /wordcount-1\.0$/);
  });

  it("submit a job once where its answer is lost, and show the one that is there", async () => {
    const before = sent("POST", "/jobs/v2").length;
    sandbox().setFaults([
      { kind: "dropAfter", platform: "agave", method: "POST", path: "/jobs/v2", times: 1 },
    ]);
    const ask = await answering(
      host(),
      [
        { id: "way", answer: "form" },
        { id: "name", answer: "answer lost" },
        { id: "inputs.input", answer: "present" },
        { id: "more", answer: "send" },
        { id: "submit", answer: true },
        { id: "lost", answer: "Show Job" },
      ],
      async () => run("submitJob", await app("wordcount")),
    );
    assert.match(told(ask).at(-1) ?? "", /was lost\. The job is there all the same/);
    assert.equal(sent("POST", "/jobs/v2").length, before + 1);
    assert.equal((await selected("rollcall.jobs")).node.label, "answer lost");
  });

  it("submit nothing where the person gives up or answers no", async () => {
    const before = sent("POST", "/jobs/v2").length;
    const wordcount = await app("wordcount");
    await answering(host(), [{ id: "way", answer: undefined }], () => run("submitJob", wordcount));
    const begun = [
      { id: "way", answer: "form" },
      { id: "name", answer: "never" },
    ];
    await answering(host(), [...begun, { id: "inputs.input", answer: undefined }], () =>
      run("submitJob", wordcount),
    );
    await answering(
      host(),
      [
        ...begun,
        { id: "inputs.input", answer: "present" },
        { id: "more", answer: "edit" },
        { id: "job", answer: ({ text }: DraftQuestion) => text },
        { id: "submit", answer: false },
      ],
      () => run("submitJob", wordcount),
    );
    assert.equal(sent("POST", "/jobs/v2").length, before);
  });
});
