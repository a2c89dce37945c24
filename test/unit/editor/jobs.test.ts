import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { jobGroupings } from "../../../src/editor/views/jobs/groupings.ts";
import { isUnderWay, type ListedJob } from "../../../src/editor/views/jobs/job.ts";
import { jobDialect, jobFieldLabels, knownValues } from "../../../src/editor/views/jobs/search.ts";
import { isFinal, jobLook, jobStatuses } from "../../../src/editor/views/jobs/status.ts";
import { agoText, durationText, momentText } from "../../../src/editor/views/jobs/times.ts";
import { jobTooltip } from "../../../src/editor/views/jobs/tooltip.ts";

const now = Date.UTC(2030, 0, 31, 12);
const before = (seconds: number) => new Date(now - seconds * 1000).toISOString();
const job = (fields: Partial<ListedJob> = {}): ListedJob => ({ id: "1-007", ...fields });

describe("the times of a job", () => {
  it("say how long it ran, and nothing where that is not known", () => {
    assert.equal(durationText("2030-01-31T10:00:00Z", "2030-01-31T10:00:42Z"), "42 s");
    assert.equal(durationText("2030-01-31T10:00:00Z", "2030-01-31T10:30:00Z"), "30 min");
    assert.equal(durationText("2030-01-31T10:00:00Z", "2030-02-03T12:05:00Z"), "74 h 5 min");
    assert.equal(durationText("2030-01-31T10:00:00Z", "2030-01-31T11:00:00Z"), "1 h");
    for (const [start, end] of [
      [null, "2030-01-31T10:00:00Z"],
      ["2030-01-31T10:00:00Z", null],
      ["2030-01-31T10:00:00Z", "2030-01-31T09:00:00Z"],
      ["soon", "later"],
      [undefined, undefined],
    ])
      assert.equal(durationText(start, end), undefined);
  });

  it("say how long ago it was, in the largest unit", () => {
    const texts = [0, 59, 60, 3599, 3600, 86_399, 86_400, 172_800, 400 * 86_400].map((seconds) =>
      agoText(before(seconds), now),
    );
    assert.deepEqual(texts, [
      "just now",
      "just now",
      "1 min ago",
      "59 min ago",
      "1 h ago",
      "23 h ago",
      "1 day ago",
      "2 days ago",
      "400 days ago",
    ]);
    assert.equal(agoText(before(-5), now), "just now", "the clocks differ");
    assert.equal(agoText("never", now), undefined);
    assert.equal(agoText(null, now), undefined);
  });

  it("are shown in UTC, and as they came where they are no times", () => {
    assert.equal(momentText("2030-01-31T14:05:09.123+02:00"), "2030-01-31 12:05:09 UTC");
    assert.equal(momentText("yesterday"), "yesterday");
  });
});

describe("the status of a job", () => {
  it("is shown by words and an icon, each of those that the platform has", () => {
    const platform =
      "PENDING PROCESSING_INPUTS STAGING_INPUTS STAGED STAGING_JOB SUBMITTING QUEUED RUNNING PAUSED CLEANING_UP ARCHIVING ARCHIVING_FINISHED ARCHIVING_FAILED FINISHED KILLED STOPPED FAILED HEARTBEAT";
    for (const status of platform.split(" ")) {
      assert.ok(jobStatuses.includes(status), status);
      assert.notEqual(jobLook(status).icon.id, "question", status);
      assert.match(jobLook(status).text, /^[a-z ]+$/);
    }
    assert.equal(jobStatuses.length, platform.split(" ").length);
  });

  it("is final for four of them alone; nobody waits for one that is not stated", () => {
    assert.deepEqual(jobStatuses.filter(isFinal).toSorted(), ["FAILED", "FINISHED", "KILLED", "STOPPED"]);
    assert.ok(isFinal(undefined) && isFinal(null) && isFinal(""));
    assert.equal(isUnderWay(job({ status: "RUNNING" })), true);
    assert.equal(isUnderWay(job({ status: "RUNNING", deleted: true })), false);
  });

  it("is shown as the platform writes it where it is not known", () => {
    assert.equal(jobLook("WAITING_FOR_GODOT").text, "waiting for godot");
    assert.equal(jobLook(null).text, "state not known");
  });
});

describe("groups of jobs", () => {
  const groupOf = (id: string, data: ListedJob) => {
    const grouping = jobGroupings.find((each) => each.id === id) ?? assert.fail(id);
    return grouping.of(data, undefined);
  };

  it("by day have the last day first, with words for today and yesterday", () => {
    const day = 86_400;
    const ago = (days: number) => new Date(Date.now() - days * day * 1000).toISOString();
    const groups = [0, 1, 2].map((days) => groupOf("day", job({ created: ago(days) })));
    assert.deepEqual(
      groups.map(({ label }) => label),
      ["Today", "Yesterday", ago(2).slice(0, 10)],
    );
    const ranks = groups.map(({ rank = 0 }) => rank);
    assert.deepEqual(
      ranks,
      ranks.toSorted((one, other) => one - other),
    );
    const unknown = groupOf("day", job({ created: "some day" }));
    assert.equal(unknown.label, "Day not known");
    assert.ok((unknown.rank ?? 0) > Math.max(...ranks));
  });

  it("by status go along a job's way", () => {
    const ranks = ["PENDING", "QUEUED", "RUNNING", "FINISHED"].map(
      (status) => groupOf("status", job({ status })).rank ?? 0,
    );
    assert.deepEqual(
      ranks,
      ranks.toSorted((one, other) => one - other),
    );
    assert.equal(groupOf("status", job({ status: "RUNNING" })).label, "Running");
  });

  it("have a place for what the platform does not tell", () => {
    assert.equal(groupOf("app", job()).label, "App not known");
    assert.equal(groupOf("system", job({ executionSystem: "" })).label, "System not known");
  });
});

describe("the search of jobs", () => {
  it("has a name for each field, and knows values from the jobs that have been read", () => {
    assert.deepEqual(Object.keys(jobFieldLabels).toSorted(), Object.keys(jobDialect.fields).toSorted());
    const jobs = [job({ appId: "b-1.0" }), job({ appId: "a-1.0" }), job({ appId: "b-1.0" }), job()];
    assert.deepEqual(knownValues("appid", jobs), ["a-1.0", "b-1.0"]);
    assert.deepEqual(knownValues("status", []), jobStatuses);
    assert.deepEqual(knownValues("nodecount", jobs), []);
  });
});

describe("the tooltip of a job", () => {
  const tooltip = (data: ListedJob) =>
    jobTooltip({ view: "jobs", connection: "tacc", id: data.id, name: "a *bold* name", data, json: data });

  it("tells what is known, and leaves out what is not", () => {
    const text = tooltip(
      job({
        status: "RUNNING",
        nodeCount: 2,
        processorsPerNode: 1200,
        batchQueue: "long",
        message: null as never,
      }),
    );
    assert.match(text, /^\*\*a \\\*bold\\\* name\*\*/);
    assert.match(text, /- status: running\n/);
    assert.match(text, /- nodes: 2 with 1,200 processors each/);
    assert.doesNotMatch(text, /message|null|undefined/);
  });

  it("survives values of other types than the platform's document says", () => {
    const text = tooltip(job({ appId: 7 as never, startTime: "soon", endTime: null, localId: 0 as never }));
    assert.match(text, /- app: 7\n/);
    assert.match(text, /- started: soon/);
  });
});
