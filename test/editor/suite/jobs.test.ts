import assert from "node:assert/strict";
import * as vscode from "vscode";
import type { Host } from "../../../src/editor/host.ts";
import type { Handle } from "../../../src/editor/tree/handle.ts";
import type { ConfirmQuestion, InputQuestion, PickQuestion } from "../../../src/editor/ui/ask.ts";
import { describe, it } from "../harness/cases.ts";
import { type Beside, besideRollcall, runningSandbox } from "./support/agave.ts";
import {
  answering,
  eventually,
  heard,
  items,
  labelled,
  opened,
  read,
  run,
  told,
} from "./support/rollcall.ts";
import { onSandbox } from "./support/sandbox.ts";

const view = "rollcall.jobs";

describe("the jobs", () => {
  let host: Host;
  let beside: Beside;

  const tacc = async () => labelled(await items(host, view), "tacc");
  const jobs = async () => items(host, view, await tacc());
  const job = async (name: string) => labelled(await jobs(), name);
  const names = async () => (await jobs()).map(({ node }) => node.label);
  const idOf = ({ node }: Handle) => node.id.split("/").at(-1) ?? "";
  const requests = () =>
    runningSandbox(host)
      .log()
      .filter(({ path }) => path.startsWith("/jobs/v2"));
  const refresh = async () => run("refresh", await tacc());
  const submit = async (name: string) => {
    const { result } = await beside.send("POST", "/jobs/v2", { name, appId: "wordcount-1.0" });
    return (result as { id: string }).id;
  };
  const untilEnded = (id: string) =>
    eventually(async () => {
      const { result } = await beside.send("GET", `/jobs/v2/${id}`);
      assert.match((result as { status: string }).status, /^(FINISHED|FAILED|STOPPED)$/);
    });

  onSandbox(async (started) => {
    host = started;
    beside = besideRollcall(host);
    await jobs();
  });

  it("are listed with their state, app and times in words, and with what hangs below them", async () => {
    const finished = await job("first light");
    assert.equal(read(finished), "first light | finished 3 h ago · 30 min · wordcount-1.0");
    assert.equal(heard(finished), "first light, finished 3 h ago · 30 min · wordcount-1.0, job");
    assert.equal(read(await job("long")), "long exposure | running · started 1 h ago · wordcount-1.0");
    assert.equal(host.views.get(view)?.view.badge?.tooltip, "1 job under way");
    const icons = (await jobs()).map(({ node }) => node.icon?.id);
    assert.deepEqual(icons, ["play-circle", "circle-slash", "error", "pass"]);
    assert.deepEqual(
      (await items(host, view, finished)).map(({ node }) => node.label),
      ["History", "Outputs", "Inputs and Parameters", "Details", "Permissions", "Metadata", "Notifications"],
    );
  });

  it("tell in their tooltips what the list knows, without a request of their own", async () => {
    const before = requests().length;
    const { tooltip = "" } = (await job("calibration")).node;
    for (const row of [
      /- id: \S+007/,
      /- status: failed/,
      /- message: Job did not complete within its time/,
      /- system: imaging\\\.vm/,
      /- queue: debug/,
      /- nodes: 1 with 1 processor each/,
      /- ended: \d{4}\\-\d\d\\-\d\d \d\d:\d\d:\d\d UTC/,
      /- ran for: 30 min/,
    ])
      assert.match(tooltip, row);
    assert.equal(requests().length, before);
  });

  it("open as JSON with all that there is of them", async () => {
    await run("openJson", await job("first light"));
    const document = await opened(/^\{\n {2}"id": /);
    const json = JSON.parse(document.getText()) as Record<string, unknown>;
    assert.equal(json.maxRunTime, "01:00:00");
    assert.ok(json.inputs && json.parameters);
    assert.equal("deleted" in json, false);
  });

  it("are filtered and sorted by the server", async () => {
    await answering(host, [{ id: "filter", answer: "status=FAILED" }], () => run("filterJobs"));
    assert.deepEqual(await names(), ["calibration"]);
    await answering(host, [{ id: "filter", answer: "nothing-like-this" }], () => run("filterJobs"));
    assert.deepEqual((await jobs()).map(read), ["No job matches the filter | nothing-like-this"]);
    await run("clearJobsFilter");
    await answering(host, [{ id: "arrangement", answer: "sort/name" }], () => run("arrangeJobs"));
    assert.deepEqual(await names(), ["calibration", "first light", "long exposure", "night run"]);
    assert.ok(requests().some(({ path }) => path.includes("orderBy=name&order=asc")));
    await answering(host, [{ id: "arrangement", answer: "sort/" }], () => run("arrangeJobs"));
  });

  it("refuse a filter that the server would pass over or fail on", async () => {
    const answer = ({ validate }: InputQuestion) => {
      assert.match(validate?.("colour=red")?.message ?? "", /no field colour/);
      assert.match(validate?.("status=DONE")?.message ?? "", /never DONE/);
      return undefined;
    };
    await answering(host, [{ id: "filter", answer }], () => run("filterJobs"));
  });

  it("stand in groups by status, app, system and day", async () => {
    const groups = async (by: string) => {
      await answering(host, [{ id: "arrangement", answer: `grouping/${by}` }], () => run("arrangeJobs"));
      return (await jobs()).map(read);
    };
    assert.deepEqual(await groups("status"), ["Running | 1", "Finished | 1", "Failed | 1", "Stopped | 1"]);
    assert.deepEqual(await groups("app"), ["wordcount-1.0 | 4"]);
    assert.deepEqual(await groups("system"), ["imaging.vm | 4"]);
    assert.match((await groups("day")).join(), /^(Today|Yesterday) \| \d/);
    await answering(host, [{ id: "arrangement", answer: "grouping/" }], () => run("arrangeJobs"));
  });

  it("are searched in questions, whose answers become the filter", async () => {
    const ask = await answering(
      host,
      [
        { id: "field", answer: "status" },
        { id: "comparison", answer: "neq" },
        { id: "value", answer: "RUNNING" },
        { id: "next", answer: "more" },
        { id: "field", answer: "name" },
        { id: "comparison", answer: "like" },
        {
          id: "value",
          answer({ suggestions = [], validate }: InputQuestion) {
            assert.deepEqual(suggestions, [], "a part is typed");
            assert.match(validate?.('a "b"')?.message ?? "", /quotation mark/);
            return "first l";
          },
        },
        { id: "next", answer: "search" },
      ],
      () => run("searchJobs"),
    );
    const [, comparison, value] = ask.asked as PickQuestion[];
    assert.deepEqual(
      comparison?.choices.map(({ label }) => label),
      ["is", "is not", "is one of"],
    );
    assert.ok(value?.choices.some(({ id }) => id === "ARCHIVING_FAILED"));
    assert.equal(host.resources.jobs.filter, 'status.neq=RUNNING name.like="*first l*"');
    assert.deepEqual(await names(), ["first light"]);
    await answering(
      host,
      [
        { id: "field", answer: "archive" },
        { id: "value", answer: "true" },
        { id: "next", answer: "more" },
        { id: "field", answer: "appid" },
        { id: "comparison", answer: "eq" },
        {
          id: "value",
          answer: ({ suggestions = [] }: InputQuestion) => suggestions[0]?.id ?? assert.fail(),
        },
        { id: "next", answer: "search" },
      ],
      () => run("searchJobs"),
    );
    assert.match(host.resources.jobs.filter ?? "", / archive=true appid=wordcount-1\.0$/);
    await run("clearJobsFilter");
  });

  it("keep the filter where the search is given up", async () => {
    await answering(
      host,
      [
        { id: "field", answer: "name" },
        { id: "comparison", answer: undefined },
      ],
      () => run("searchJobs"),
    );
    assert.equal(host.resources.jobs.filter, undefined);
  });

  it("are resubmitted after one question, and the new one is selected", async () => {
    const original = await job("first light");
    const ask = await answering(host, [{ id: "resubmit", answer: true }], () => run("resubmitJob", original));
    const question = ask.asked[0] as ConfirmQuestion;
    assert.equal(question.message, "Resubmit first light of tacc?");
    assert.match(question.detail, /first light \(\S+\) wordcount-1\.0\n\ntacc is http/);
    assert.equal((await names()).filter((name) => name === "first light").length, 2);
    const selected = await eventually(async () => host.views.get(view)?.view.selection[0] ?? assert.fail());
    assert.equal(selected.node.label, "first light");
    assert.notEqual(idOf(selected), idOf(original));
    await untilEnded(idOf(selected));
    await refresh();
  });

  it("are not resubmitted again where the answer was lost: the person is told, and shown the job", async () => {
    const before = (await jobs()).length;
    const posts = () => requests().filter(({ method }) => method === "POST").length;
    const postsBefore = posts();
    runningSandbox(host).setFaults([{ kind: "dropAfter", platform: "agave", method: "POST", times: 1 }]);
    const ask = await answering(
      host,
      [
        { id: "resubmit", answer: true },
        { id: "lost", answer: "Show Job" },
      ],
      async () => run("resubmitJob", await job("night run")),
    );
    assert.match(told(ask).at(-1) ?? "", /answer .* was lost\. The job is there all the same: /);
    assert.equal((await jobs()).length, before + 1);
    assert.equal(posts(), postsBefore + 1);
  });

  it("say of each of several what became of it where an answer was lost and one was refused", async () => {
    runningSandbox(host).setFaults([
      { kind: "dropBefore", platform: "agave", method: "POST", times: 1 },
      { kind: "forbidden", platform: "agave", method: "POST", after: 1, times: 1 },
    ]);
    const all = await jobs();
    const both = ["calibration", "long exposure"].map((name) => labelled(all, name));
    const ask = await answering(
      host,
      [
        { id: "resubmit", answer: true },
        { id: "partly", answer: "Show Details" },
      ],
      () => run("resubmitJob", both[0], both),
    );
    assert.match(told(ask).at(-1) ?? "", /^0 jobs resubmitted\. 2 failed: /);
    const text = (await opened(/0 jobs resubmitted/)).getText();
    assert.match(text, /calibration: .*answer .* was lost\. tacc has no such job of that time/);
    assert.match(text, /long exposure: (?!.*lost)/);
  });

  it("are resubmitted with changes, as a draft of what they were submitted with", async () => {
    let draft = "";
    const ask = await answering(
      host,
      [
        {
          id: "job",
          answer({ text }: { readonly text: string }) {
            draft = text;
            return text.replace('"first light"', '"first light, φῶς"');
          },
        },
        { id: "submit", answer: true },
      ],
      async () => run("resubmitJobWithChanges", await job("first light")),
    );
    assert.match(draft, /"appId": "wordcount-1\.0"/);
    assert.match(told(ask).at(-1) ?? "", /^Submit first light, φῶς to wordcount-1\.0 of tacc\?$/);
    const made = await job("first light, φῶς");
    assert.match(heard(made), /^first light, φῶς, /);
    await untilEnded(idOf(made));
  });

  it("that are under way are stopped after one question; those that have ended are left out", async () => {
    await refresh();
    const running = await job("long exposure");
    const ask = await answering(host, [{ id: "stop", answer: true }], async () =>
      run("stopJob", running, await jobs()),
    );
    assert.equal(told(ask)[0], "Stop long exposure of tacc?");
    assert.match(read(await job("long exposure")), /stopped/);
    const none = await answering(host, [{ id: "none", answer: undefined }], async () =>
      run("stopJob", await job("first light")),
    );
    assert.match(told(none)[0] ?? "", /all have ended/);
  });

  it("that have ended behind our back are not stopped, which is said in the server's words", async () => {
    const id = await submit("short one");
    await refresh();
    const stale = await job("short one");
    await untilEnded(id);
    const ask = await answering(
      host,
      [
        { id: "stop", answer: true },
        { id: "partly", answer: undefined },
      ],
      () => run("stopJob", stale),
    );
    assert.match(told(ask).at(-1) ?? "", /^0 jobs stopped\. 1 failed: short one: .*it is FINISHED already/);
    assert.match(read(await job("short one")), /finished/);
  });

  it("that are gone behind our back count as deleted", async () => {
    const [one, other] = [await submit("gone soon"), await submit("gone later")];
    await untilEnded(one);
    await untilEnded(other);
    await refresh();
    const both = [await job("gone soon"), await job("gone later")];
    await beside.send("DELETE", `/jobs/v2/${one}`);
    const ask = await answering(
      host,
      [
        { id: "delete", answer: true },
        { id: "worked", answer: undefined },
      ],
      () => run("deleteJob", both[0], both),
    );
    assert.equal(told(ask)[0], "Delete 2 jobs of tacc?");
    assert.match((ask.asked[0] as ConfirmQuestion).detail, /Restore Job brings them back/);
    assert.ok(!(await names()).some((name) => name.startsWith("gone")));
  });

  it("that are deleted are listed where they are searched for, and restored from there or from the palette", async () => {
    await answering(host, [{ id: "filter", answer: "visible=false" }], () => run("filterJobs"));
    const deleted = await jobs();
    assert.deepEqual(deleted.map(read).toSorted(), [
      "gone later | deleted · finished · wordcount-1.0",
      "gone soon | deleted · finished · wordcount-1.0",
    ]);
    const one = labelled(deleted, "gone later");
    assert.deepEqual(await items(host, view, one), []);
    const ask = await answering(host, [{ id: "none", answer: undefined }], () => run("deleteJob", one));
    assert.match(told(ask)[0] ?? "", /restored before anything else/);
    await answering(host, [{ id: "restore", answer: true }], () => run("restoreJob", one));
    assert.deepEqual(await names(), ["gone soon"]);
    await run("clearJobsFilter");
    const chosen = ({ choices }: PickQuestion) => choices.find(({ label }) => label === "gone soon")?.id;
    const palette = await answering(
      host,
      [
        { id: "deleted", answer: chosen },
        { id: "restore", answer: true },
      ],
      () => run("restoreJob"),
    );
    assert.equal(told(palette).at(-1), "Restore gone soon of tacc?");
    assert.equal((await names()).filter((name) => name.startsWith("gone")).length, 2);
    const visible = idOf(await job("gone soon"));
    const refused = await answering(
      host,
      [
        { id: "job", answer: ` ${visible} ` },
        { id: "restore", answer: true },
        { id: "partly", answer: undefined },
      ],
      () => run("restoreJob"),
    );
    assert.match(told(refused).at(-1) ?? "", /visible already/);
  });

  it("say in their place that something is refused, and keep the others", async () => {
    runningSandbox(host).setFaults([{ kind: "forbidden", platform: "agave", method: "POST", times: 1 }]);
    const all = await jobs();
    const ask = await answering(
      host,
      [
        { id: "resubmit", answer: true },
        { id: "partly", answer: "Show Details" },
      ],
      () => run("resubmitJob", all[0], all.slice(0, 2)),
    );
    assert.match(told(ask).at(-1) ?? "", /^1 job resubmitted\. 1 failed: /);
    await opened(/1 job resubmitted/);
  });

  it("are there beside one that the server tells nothing of but its id", async () => {
    await host.resources.jobs.take("tacc", { id: "1-0001-007", status: null, startTime: 7 });
    await host.views.get(view)?.tree.update(await tacc());
    const all = await jobs();
    assert.equal(read(labelled(all, "1-0001-007")), "1-0001-007 | state not known");
    assert.ok(labelled(all, "first light"));
    await refresh();
  });

  it("have an id to copy, and are submitted from the view as well", async () => {
    await run("copyId", await job("first light"));
    assert.match(await vscode.env.clipboard.readText(), /-007$/);
    const ask = await answering(
      host,
      [
        { id: "resource", answer: "wordcount-1.0" },
        { id: "way", answer: undefined },
      ],
      async () => run("submitJob", await tacc()),
    );
    assert.equal((ask.asked[0] as PickQuestion).title, "Submit Job");
  });
});
