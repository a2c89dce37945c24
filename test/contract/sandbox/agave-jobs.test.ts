import assert from "node:assert/strict";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, it } from "node:test";
import { assertRefused, callAs, resultIn, type Shown, until } from "./agave-call.ts";
import { first, withSandbox } from "./support.ts";

describe("Jobs of Agave in the sandbox", () => {
  const sandbox = withSandbox();
  const call = callAs(sandbox);
  const asColleague = callAs(sandbox, "colleague");
  const asAdmin = callAs(sandbox, "admin");
  const request = { name: "count words", appId: "wordcount-1.0", inputs: {}, parameters: {}, archive: true };
  const submit = async (fields: Shown = {}) =>
    resultIn(await call("POST", "/jobs/v2", { ...request, ...fields }), 201);
  const ended = async (id: unknown, status = "FINISHED") =>
    resultIn(
      await until(
        () => call("GET", `/jobs/v2/${id}`),
        (answer) => resultIn(answer).status === status,
      ),
    );

  const wrong: readonly (readonly [string, Shown, number, RegExp])[] = [
    ["no name", { name: " " }, 400, /name/],
    ["no app", { appId: undefined }, 400, /appId/],
    ["an unknown app", { appId: "none-1.0" }, 400, /none-1\.0/],
    ["an app of somebody else", { appId: "assemble-3.0" }, 403, /permission/],
    ["a parameter of another type", { parameters: { threshold: "high" } }, 400, /threshold/],
    ["inputs that are no object", { inputs: "file" }, 400, /inputs/],
    ["an input that is no URI", { inputs: { input: 5 } }, 400, /input/],
    ["more values than it takes", { inputs: { input: "a.txt;b.txt" } }, 400, /at most 1 values/],
    ["no value where one is needed", { inputs: { input: [] } }, 400, /at least 1 values/],
    ["what the app fixes", { appId: "segment-2.1.0u2", parameters: { license: "own" } }, 400, /fixed value/],
    ["a queue that the system does not have", { batchQueue: "fast" }, 400, /fast/],
    ["a run time that cannot be read", { maxRunTime: "1h" }, 400, /maxRunTime/],
    ["no nodes", { nodeCount: 0 }, 400, /nodeCount/],
    ["an archive that is not there", { archiveSystem: "none" }, 400, /none/],
  ];
  for (const [what, fields, status, message] of wrong) {
    it(`refuses ${what}`, async () => {
      assertRefused(await call("POST", "/jobs/v2", { ...request, ...fields }), status, message);
    });
  }

  it("answers 404 for jobs that are not there, whatever is asked of them", async () => {
    for (const part of ["", "/status", "/history", "/pems", "/outputs/listings", "/outputs/media/a.txt"]) {
      assertRefused(await call("GET", `/jobs/v2/none${part}`), 404, /^No job found with job id none\.$/);
    }
    assertRefused(await call("POST", "/jobs/v2/none", { action: "stop" }), 404, /none/);
    assertRefused(await call("DELETE", "/jobs/v2/none"), 404, /none/);
  });

  it("takes a job, with the app's defaults, and runs it from state to state", async () => {
    const job = await submit();
    assert.match(String(job.id), /-007$/);
    assert.deepEqual(
      [job.status, job.executionSystem, job.batchQueue, job.maxRunTime, job.parameters],
      ["PENDING", "imaging.vm", "debug", "01:00:00", { threshold: 0.5 }],
    );
    const done = await ended(job.id);
    assert.ok(done.submitTime && done.startTime && done.endTime);
    const status = resultIn(await call("GET", `/jobs/v2/${job.id}/status`));
    assert.deepEqual([status.id, status.status], [job.id, "FINISHED"]);
    const history = resultIn<Shown[]>(await call("GET", `/jobs/v2/${job.id}/history`));
    assert.deepEqual(
      history.map((event) => event.status),
      [
        "PENDING",
        "PROCESSING_INPUTS",
        "STAGING_INPUTS",
        "STAGED",
        "STAGING_JOB",
        "SUBMITTING",
        "QUEUED",
        "RUNNING",
        "CLEANING_UP",
        "ARCHIVING",
        "ARCHIVING_FINISHED",
        "FINISHED",
      ],
    );
    assert.equal(resultIn<Shown[]>(await call("GET", `/jobs/v2/${job.id}/history?limit=2`)).length, 2);
  });

  it("goes on by itself while nobody asks for the job", async () => {
    const { archivePath } = await submit();
    const archive = await until(
      () => call("GET", `/files/v2/listings/${archivePath}`),
      ({ status }) => status === 200,
      { pause: 100 },
    );
    assert.equal(first(resultIn<Shown[]>(archive)).name, ".");
  });

  it("takes a job as a file and as a form as well", async () => {
    const form = new FormData();
    form.set("fileToUpload", new File([JSON.stringify(request)], "job.json"));
    assert.equal(resultIn(await call("POST", "/jobs/v2/", form), 201).name, request.name);
    const fields = { name: "form", appId: request.appId, archive: "false", nodeCount: "2" };
    for (const [field, value] of [
      ["threshold", "0.7"],
      ["parameters", '{"threshold":"0.7"}'],
    ] as const) {
      const body = new URLSearchParams({ ...fields, [field]: value });
      const job = resultIn(await call("POST", "/jobs/v2", body), 201);
      assert.deepEqual([job.archive, job.nodeCount, job.parameters], [false, 2, { threshold: "0.7" }]);
    }
  });

  it("tells those who are named in the request how the job ends", async (t) => {
    const told: (string | undefined)[] = [];
    const listener = createServer((incoming, response) => {
      told.push(incoming.url);
      response.end();
    });
    await new Promise<void>((resolve) => void listener.listen(0, "127.0.0.1", resolve));
    t.after(() => listener.close());
    const url = `http://127.0.0.1:${(listener.address() as AddressInfo).port}/done`;
    const bad = { ...request, notifications: [{ url }] };
    assertRefused(await call("POST", "/jobs/v2", bad), 400, /event/);
    const job = await submit({ notifications: [{ url, event: "FINISHED" }] });
    const links = job._links as { notification: { href: string }[] };
    const path = new URL(first(links.notification).href).pathname;
    assert.equal(resultIn(await call("GET", path)).associatedUuid, job.id);
    await ended(job.id);
    await until(
      () => call("GET", path),
      (answer) => resultIn(answer).status === "COMPLETE",
      { pause: 20 },
    );
    assert.deepEqual(told, ["/done"]);
  });

  it("fails where an input is not there, and finds the ones that are", async () => {
    const lost = await submit({ inputs: { input: "agave://imaging.storage/none.txt" } });
    assert.match(String((await ended(lost.id, "FAILED")).message), /none\.txt/);
    const { id } = await submit({ inputs: { input: "inputs/reads.txt" } });
    await ended(id);
  });

  it("lists and gives the output, archived or where it ran", async () => {
    const { id } = await submit();
    assertRefused(await call("GET", `/jobs/v2/${id}/outputs/listings`), 404, /no output yet/);
    await ended(id);
    const listing = async (job: unknown, path = "") =>
      resultIn<Shown[]>(await call("GET", `/jobs/v2/${job}/outputs/listings${path}`));
    const files = await listing(id);
    assert.deepEqual(
      files.map(({ name }) => name),
      [".", `count-words-${id}.err`, `count-words-${id}.out`, "output"],
    );
    assert.equal(first(files).system, "corral.sandbox.storage");
    assert.deepEqual(
      (await listing(id, "/output/")).map(({ name }) => name),
      [".", "result.txt"],
    );
    const media = `/jobs/v2/${id}/outputs/media`;
    const result = await call("GET", `${media}/output/result.txt`);
    assert.equal(result.text, "inputs: 1\nparameters: 1\n");
    const part = await call("GET", `${media}/output/result.txt`, undefined, { range: "bytes=0-5" });
    assert.deepEqual([part.status, part.text], [206, "inputs"]);
    assertRefused(await call("GET", `${media}/none.txt`), 404, /none\.txt/);
    assertRefused(await call("GET", `${media}/output`), 501, /Directory/);
    assertRefused(await asColleague("GET", `${media}/output/result.txt`), 401, /permission/);

    const kept = await submit({ archive: false });
    await ended(kept.id);
    assert.equal(first(await listing(kept.id)).system, "imaging.vm");
  });

  it("stops a job once, and submits it again", async () => {
    const { id } = await submit();
    const path = `/jobs/v2/${id}`;
    assertRefused(await call("POST", path, {}), 400, /action/);
    assertRefused(await call("POST", path, { action: "pause" }), 400, /pause/);
    const stopped = await call("POST", path, { action: "STOP" });
    assert.equal(stopped.status, 200);
    assert.equal("result" in (stopped.json as Shown), false);
    assert.equal(resultIn(await call("GET", path)).status, "STOPPED");
    assertRefused(await call("POST", path, { action: "stop" }), 400, /STOPPED/);
    const again = resultIn(await call("POST", path, { action: "resubmit" }), 202);
    assert.notEqual(again.id, id);
    assert.deepEqual(
      [again.name, again.status, again.inputs],
      ["count words", "PENDING", resultIn(await call("GET", path)).inputs],
    );
    assertRefused(await call("POST", path, { action: "reset" }), 403, /administrators/);
    assert.equal(resultIn(await asAdmin("POST", path, { action: "reset" })).id, id);
  });

  it("hides a job that is deleted, and brings it back", async () => {
    const { id } = await submit();
    const path = `/jobs/v2/${id}`;
    const deleted = await call("DELETE", path);
    assert.equal("result" in (deleted.json as Shown), false);
    assertRefused(await call("GET", path), 404, new RegExp(`^Job with uuid ${id} is not visible\\.$`));
    assert.deepEqual(resultIn<Shown[]>(await call("GET", `/jobs/v2?id=${id}`)), []);
    assertRefused(await call("POST", path, { action: "stop" }), 404, /not visible/);
    assert.equal(resultIn(await call("POST", path, { action: "restore" })).status, "STOPPED");
    assert.equal((await call("GET", path)).status, 200);
    assertRefused(await call("POST", path, { action: "restore" }), 400, /visible/);
  });

  it("lists short descriptions, whole jobs with a filter, the last changed first", async () => {
    const { id } = await submit({ name: "listed" });
    await call("POST", `/jobs/v2/${id}`, { action: "stop" });
    const short = first(resultIn<Shown[]>(await call("GET", "/jobs/v2?limit=1")));
    assert.equal("inputs" in short, false);
    const whole = first(resultIn<Shown[]>(await call("GET", `/jobs/v2?id.eq=${id}&filter=*`)));
    assert.deepEqual(whole.inputs, { input: "agave://imaging.storage/inputs/reads.txt" });
    const some = first(resultIn<Shown[]>(await call("GET", `/jobs/v2?id=${id}&filter=name,maxRunTime`)));
    assert.deepEqual(some, { name: "listed", maxRunTime: "01:00:00" });
  });

  it("finds jobs by their fields, and passes over fields that it does not know", async () => {
    const { id, created } = await submit({ name: "Search me", nodeCount: 3 });
    await call("POST", `/jobs/v2/${id}`, { action: "stop" });
    const find = async (query: string) =>
      resultIn<Shown[]>(await call("GET", `/jobs/v2?${query}&limit=250`)).map((job) => job.id);
    const day = String(created).slice(0, 10);
    for (const query of [
      "name=search%20me",
      "name.like=search*",
      "name.rlike=^s.*e$",
      "name.in=other,search me",
      "nodecount.gt=2&nodecount.lt=4",
      "nodecount.between=3,3",
      `created.eq=${created}&name.like=*me`,
      `created.on=${day}&status.neq=FINISHED&nodecount=3`,
      `id=${id}&archive.eq=true`,
    ]) {
      assert.deepEqual(await find(query), [id], query);
    }
    assert.deepEqual(await find(`id=${id}&archive=false`), []);
    assert.deepEqual(await find(`id=${id}&created.after=${Date.now() + 60_000}`), []);
    assert.ok((await find("nmae=search")).length > 1, "a typo finds everything");
    for (const query of ["archive.gt=true", "name.near=x", "nodecount.gt=many", "created.before=soon"]) {
      assertRefused(await call("GET", `/jobs/v2?${query}`), 400, /./);
    }
    const sorted = resultIn<Shown[]>(await call("GET", "/jobs/v2?orderBy=name&order=asc")).map(({ name }) =>
      String(name).toLowerCase(),
    );
    assert.deepEqual(sorted, [...sorted].sort());
    assertRefused(await call("GET", "/jobs/v2?orderBy=color"), 400, /color/);
  });

  it("ignores what its own search is asked for", async () => {
    const all = resultIn<Shown[]>(await call("GET", "/jobs/v2?limit=250")).map(({ id }) => id);
    for (const path of ["/jobs/v2/search/status/FAILED", "/jobs/v2/status/FAILED"]) {
      const found = resultIn<Shown[]>(await call("GET", `${path}?limit=250`)).map(({ id }) => id);
      assert.deepEqual(found.sort(), [...all].sort(), path);
    }
    assertRefused(await call("GET", "/jobs/v2/color/red"), 404, /nothing/);
  });

  it("shares a job with those who were given a permission", async () => {
    const colleague = String(resultIn(await asColleague("GET", "/profiles/v2/me")).username);
    const { id } = await submit();
    const path = `/jobs/v2/${id}`;
    assertRefused(await asColleague("GET", path), 403, /permission/);
    assertRefused(await call("GET", `${path}/pems/${colleague}`), 404, /No permissions/);
    assertRefused(
      await call("POST", `${path}/pems`, { username: "nobody", permission: "READ" }),
      404,
      /nobody/,
    );
    const granted = resultIn(
      await call("POST", `${path}/pems`, { username: colleague, permission: "READ" }),
      201,
    );
    assert.deepEqual(granted.permission, { read: true, write: false });
    assert.equal((await asColleague("GET", path)).status, 200);
    assertRefused(await asColleague("POST", path, { action: "stop" }), 403, /permission/);
    const listed = resultIn<Shown[]>(await call("GET", `${path}/pems`));
    assert.equal(listed.length, 2);
    assert.equal((await call("DELETE", `${path}/pems/${colleague}`)).status, 200);
    assertRefused(await asColleague("GET", path), 403, /permission/);
    resultIn(await call("POST", `${path}/pems/${colleague}`, { permission: "ALL" }), 201);
    assert.equal((await asColleague("POST", path, { action: "stop" })).status, 200);
    assert.equal((await call("DELETE", `${path}/pems`)).status, 200);
  });
});
