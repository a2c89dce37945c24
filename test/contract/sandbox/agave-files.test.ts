import assert from "node:assert/strict";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { after, before, describe, it } from "node:test";
import { assertRefused, callAs, resultIn, type Shown, until } from "./agave-call.ts";
import { type Answer, withSandbox } from "./support.ts";

describe("Files of Agave in the sandbox", () => {
  const sandbox = withSandbox();
  const call = callAs(sandbox);
  const asColleague = callAs(sandbox, "colleague");
  const storage = "imaging.storage";
  const onSystem = `system/${storage}`;
  const media = `/files/v2/media/${onSystem}`;
  const listings = `/files/v2/listings/${onSystem}`;
  const names = (answer: Answer) => resultIn<Shown[]>(answer).map(({ name }) => name);

  /** Uploads a file as other clients do it: multipart with the one part, and waits until it is there. */
  async function upload(folder: string, name: string, text: string, fields: Record<string, string> = {}) {
    const form = new FormData();
    form.set("fileToUpload", new File([text], name));
    for (const [key, value] of Object.entries(fields)) form.set(key, value);
    const answer = await call("POST", `${media}/${folder}`, form);
    const file = resultIn(answer, 202);
    await staged(String(file.path));
    return file;
  }
  const staged = (path: string, status = "STAGING_COMPLETED") =>
    until(
      () => call("GET", `/files/v2/history/${onSystem}/${path}`),
      (answer) => resultIn<Shown[]>(answer).at(-1)?.status === status,
    );

  it("answers 404 for systems and paths that are not there", async () => {
    assertRefused(await call("GET", "/files/v2/listings/system/none"), 404, /none/);
    for (const operation of ["listings", "media", "history", "pems"]) {
      assertRefused(await call("GET", `/files/v2/${operation}/${onSystem}/none`), 404, /does not exist/);
    }
    assertRefused(await call("DELETE", `${media}/none`), 404, /does not exist/);
    assertRefused(await call("POST", `/files/v2/pems/${onSystem}/none`, {}), 404, /does not exist/);
  });

  it("lists the home folder of the default system, itself first, which counts for the limit", async () => {
    const all = resultIn<Shown[]>(await call("GET", "/files/v2/listings"));
    const found = new Map(all.map(({ name, type }) => [name, type]));
    assert.equal(all[0]?.name, ".");
    assert.deepEqual(
      [found.get("README.txt"), found.get("inputs"), found.get("results")],
      ["file", "dir", "dir"],
    );
    assert.deepEqual([all[0]?.mimeType, all[0]?.format], ["text/directory", "folder"]);
    assert.deepEqual(names(await call("GET", "/files/v2/listings?limit=2")), [".", "README.txt"]);
    assert.deepEqual(names(await call("GET", "/files/v2/listings/?limit=1&offset=2")), ["inputs"]);
    assert.deepEqual(names(await call("GET", "/files/v2/listings/inputs/reads.txt")), ["reads.txt"]);
  });

  it("tells paths below the home folder from absolute ones by the slashes", async () => {
    await upload("", "where.txt", "here");
    assert.deepEqual(names(await call("GET", `${listings}/where.txt`)), ["where.txt"]);
    assert.deepEqual(names(await call("GET", `${listings}//home/where.txt`)), ["where.txt"]);
    assert.deepEqual(names(await call("GET", `${listings}//`)), [".", "apps", "home"]);
    assertRefused(await call("GET", `${listings}//where.txt`), 404, /\/where\.txt/);
  });

  it("takes a file, which is there only once it is staged", async () => {
    const form = new FormData();
    form.set("fileToUpload", new File(["one\ntwo\n"], "lines.txt"));
    const file = resultIn(await call("POST", `${media}/`, form), 202);
    assert.deepEqual(
      [file.name, file.status, file.path, file.systemId],
      ["lines.txt", "STAGING_QUEUED", "/home/lines.txt", storage],
    );
    assert.match(String(file.uuid), /-002$/);
    assert.equal(names(await call("GET", listings)).includes("lines.txt"), false);
    const history = resultIn<Shown[]>(await staged("lines.txt"));
    assert.deepEqual(
      history.map(({ status }) => status),
      ["STAGING_QUEUED", "STAGING", "STAGING_COMPLETED"],
    );
    assert.equal(names(await call("GET", listings)).includes("lines.txt"), true);
    assert.equal((await call("GET", `${media}/lines.txt`)).text, "one\ntwo\n");
  });

  it("names an upload as it is told, and writes over what is there", async () => {
    await upload("", "first.txt", "first", { fileName: "named.txt" });
    await upload("", "second.txt", "second", { fileName: "named.txt" });
    assert.equal((await call("GET", `${media}/named.txt`)).text, "second");
  });

  it("adds the notifications that come with an upload", async () => {
    const form = (notifications: string) => {
      const data = new FormData();
      data.set("fileToUpload", new File(["x"], "told.txt"));
      data.set("notifications", notifications);
      return data;
    };
    assertRefused(await call("POST", `${media}/`, form("[{}]")), 400, /notification/i);
    const wanted = [{ url: "http://127.0.0.1:1/", event: "STAGING_COMPLETED" }];
    const { uuid } = resultIn(await call("POST", `${media}/`, form(JSON.stringify(wanted))), 202);
    const found = resultIn<Shown[]>(await call("GET", `/notifications/v2?associatedUuid=${uuid}`));
    assert.deepEqual(
      found.map(({ event }) => event),
      ["STAGING_COMPLETED"],
    );
    await staged("told.txt");
  });

  it("refuses uploads without a file, into files and into nothing", async () => {
    const form = () => {
      const data = new FormData();
      data.set("fileToUpload", new File(["x"], "x.txt"));
      return data;
    };
    const empty = new FormData();
    empty.set("fileType", "raw");
    assertRefused(await call("POST", `${media}/`, empty), 400, /fileToUpload or urlToIngest/);
    assertRefused(await call("POST", `${media}/none`, form()), 404, /none/);
    await upload("", "taken.txt", "x");
    assertRefused(await call("POST", `${media}/taken.txt`, form()), 400, /not a folder/);
  });

  it("downloads a part, tells what there is to download, and refuses folders", async () => {
    await upload("", "digits.txt", "0123456789");
    const path = `${media}/digits.txt`;
    const range = (bytes: string) => call("GET", path, undefined, { range: `bytes=${bytes}` });
    for (const [bytes, text, content] of [
      ["2-4", "234", "bytes 2-4/10"],
      ["7-", "789", "bytes 7-9/10"],
      ["-2", "89", "bytes 8-9/10"],
      ["8-99", "89", "bytes 8-9/10"],
    ] as const) {
      const answer = await range(bytes);
      assert.deepEqual(
        [answer.status, answer.text, answer.headers.get("content-range")],
        [206, text, content],
      );
    }
    const beyond = await range("10-");
    assert.deepEqual([beyond.status, beyond.headers.get("content-range")], [416, "bytes */10"]);
    assert.equal((await range("x")).status, 200);
    const head = await call("HEAD", path);
    assert.deepEqual([head.status, head.text, head.headers.get("content-length")], [200, "", "10"]);
    assert.equal((await call("GET", path)).headers.get("content-disposition"), null);
    assert.match(
      (await call("GET", `${path}?force=true`)).headers.get("content-disposition") ?? "",
      /^attachment/,
    );
    assertRefused(await call("GET", `${media}/`), 501, /Directory downloads not supported/);
  });

  it("keeps bytes as they are", async () => {
    const bytes = Uint8Array.from({ length: 256 }, (_, index) => index);
    const form = new FormData();
    form.set("fileToUpload", new File([bytes], "all.bin"));
    resultIn(await call("POST", `${media}/`, form), 202);
    await staged("all.bin");
    const { url, token } = sandbox().endpoints.agave;
    const answer = await fetch(`${url}${media}/all.bin`, { headers: { authorization: `Bearer ${token}` } });
    assert.deepEqual(new Uint8Array(await answer.arrayBuffer()), bytes);
  });

  it("makes folders, and renames, copies and moves", async () => {
    const manage = (path: string, body: unknown) => call("PUT", `${media}/${path}`, body);
    assertRefused(await manage("", { path: "a" }), 400, /action/);
    assertRefused(await manage("", { action: "shred", path: "a" }), 501, /shred/);
    assertRefused(await manage("", { action: "mkdir" }), 400, /path/);
    resultIn(await manage("", { action: "mkdir", path: "work/deep" }), 201);
    resultIn(await manage("", { action: "MKDIR", path: "work/deep" }), 200);
    await upload("work", "a.txt", "a");
    assertRefused(await manage("work/none.txt", { action: "rename", path: "b.txt" }), 404, /none/);
    assert.equal(
      resultIn(await manage("work/a.txt", { action: "rename", path: "b.txt" })).path,
      "/home/work/b.txt",
    );
    assertRefused(await manage("work/b.txt", { action: "rename", path: "deep" }), 400, /exists/);
    resultIn(await manage("work/b.txt", { action: "copy", path: "work/c.txt" }));
    resultIn(await manage("work/b.txt", { action: "copy", path: "work/c.txt", append: true }));
    assert.equal((await call("GET", `${media}/work/c.txt`)).text, "aa");
    resultIn(await manage("work/c.txt", { action: "move", path: "/home/work/deep/d.txt" }));
    assertRefused(await manage("work/b.txt", { action: "move", path: "work/deep/d.txt" }), 400, /exists/);
    assertRefused(await manage("work", { action: "move", path: "work/deep/work" }), 400, /itself/);
    resultIn(await manage("work", { action: "copy", path: "again" }));
    assert.deepEqual(names(await call("GET", `${listings}/again`)), [".", "b.txt", "deep"]);
    assert.equal((await call("GET", `${media}/again/deep/d.txt`)).text, "aa");
    assertRefused(await call("GET", `${media}/work/c.txt`), 404, /c\.txt/);
  });

  it("deletes files, and folders with all in them", async () => {
    await call("PUT", `${media}/`, { action: "mkdir", path: "gone/deep" });
    await upload("gone/deep", "x.txt", "x");
    const answer = await call("DELETE", `${media}/gone`);
    assert.equal(answer.status, 200);
    assert.equal("result" in (answer.json as Shown), false);
    assertRefused(await call("GET", `${media}/gone/deep/x.txt`), 404, /x\.txt/);
    assertRefused(await call("DELETE", `${media}/gone`), 404, /gone/);
    await upload("", "naked.txt", "x");
    const naked = await call("DELETE", `${media}/naked.txt?naked=true`);
    assert.deepEqual([naked.status, naked.text], [204, ""]);
  });

  it("shares files with those who were given a permission, also all below a folder", async () => {
    const colleague = String(resultIn(await asColleague("GET", "/profiles/v2/me")).username);
    await call("PUT", `${media}/`, { action: "mkdir", path: "shared" });
    await upload("shared", "s.txt", "s");
    const pems = `/files/v2/pems/${onSystem}/shared`;
    assertRefused(await asColleague("GET", `${media}/shared/s.txt`), 403, /read/);
    assertRefused(await asColleague("DELETE", `${media}/shared/s.txt`), 403, /write/);
    assertRefused(await asColleague("DELETE", `${media}/unknown.txt`), 401, /write/);
    assertRefused(await call("POST", pems, { permission: "READ" }), 400, /username/);
    assertRefused(await call("POST", pems, { username: colleague }), 400, /permission/);
    assertRefused(await call("POST", pems, { username: colleague, permission: "SOME" }), 400, /SOME/);
    assertRefused(await call("POST", pems, { username: "nobody", permission: "READ" }), 404, /nobody/);

    const granted = resultIn<Shown[]>(
      await call("POST", pems, { username: colleague, permission: "READ", recursive: true }),
      201,
    );
    assert.equal(granted.length, 1);
    assert.deepEqual(granted[0]?.permission, { read: true, write: false, execute: false });
    assert.equal((await asColleague("GET", `${media}/shared/s.txt`)).text, "s");
    const listed = resultIn<Shown[]>(await call("GET", pems));
    assert.ok(listed.some(({ username }) => username === colleague));
    const byForm = new URLSearchParams({ username: colleague, canRead: "false" });
    assert.equal((await call("POST", `${pems}/s.txt`, byForm)).status, 200);
    assertRefused(await asColleague("GET", `${media}/shared/s.txt`), 403, /read/);
    assert.equal((await asColleague("GET", `${listings}/shared`)).status, 200);
    assert.equal((await call("DELETE", `${pems}?recursive=true`)).status, 200);
    assertRefused(await asColleague("GET", `${listings}/shared`), 403, /read/);
  });

  it("shares files on the default system", async () => {
    const colleague = String(resultIn(await asColleague("GET", "/profiles/v2/me")).username);
    const body = { username: colleague, permission: "READ_WRITE" };
    const [granted] = resultIn<Shown[]>(await call("POST", "/files/v2/pems/README.txt", body), 201);
    assert.equal(granted?.username, colleague);
  });

  describe("from a URL", () => {
    const source = createServer((request, response) => {
      response.writeHead(request.url === "/data%20set.csv" ? 200 : 404).end("a,b\n1,2\n");
    });
    before(() => new Promise<void>((resolve) => void source.listen(0, "127.0.0.1", resolve)));
    after(() => new Promise((resolve) => source.close(resolve)));
    const origin = () => `http://127.0.0.1:${(source.address() as AddressInfo).port}`;

    it("imports by http from this machine, into the default system as well", async () => {
      const urlToIngest = `${origin()}/data%20set.csv`;
      const file = resultIn(await call("POST", `${media}/`, { urlToIngest }), 202);
      assert.deepEqual([file.name, file.source], ["data set.csv", urlToIngest]);
      await staged("data%20set.csv");
      assert.equal((await call("GET", `${media}/data%20set.csv`)).text, "a,b\n1,2\n");
      const form = new URLSearchParams({ urlToIngest, fileName: "data.csv" });
      resultIn(await call("POST", "/files/v2/media/results", form), 202);
      await until(
        () => call("GET", "/files/v2/media/results/data.csv"),
        ({ status }) => status === 200,
      );
    });

    it("copies from one system to another", async () => {
      const urlToIngest = "agave://corral.sandbox.storage/inputs/reads.txt";
      resultIn(await call("POST", `${media}/`, { urlToIngest }), 202);
      await staged("reads.txt");
      assert.match((await call("GET", `${media}/reads.txt`)).text, /^GATTACA/);
    });

    it("fails where there is nothing, and reaches no other machine", async () => {
      for (const [urlToIngest, name, reason] of [
        [`${origin()}/none.csv`, "none.csv", /404/],
        ["http://example.org/far.csv", "far.csv", /this machine only/],
        ["agave://none/lost.csv", "lost.csv", /no system/],
      ] as const) {
        resultIn(await call("POST", `${media}/`, { urlToIngest }), 202);
        const failed = resultIn<Shown[]>(await staged(name, "STAGING_FAILED"));
        assert.match(String(failed.at(-1)?.description), reason);
        assertRefused(await call("GET", `${media}/${name}`), 404, /does not exist/);
      }
    });
  });
});
