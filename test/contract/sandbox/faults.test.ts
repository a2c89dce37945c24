import assert from "node:assert/strict";
import { afterEach, describe, it } from "node:test";
import { presetNames } from "../../../src/sandbox/faults/presets.ts";
import { agave, first, listIn, odm, send, somebody, userIn, withSandbox } from "./support.ts";

describe("Faults of the sandbox", () => {
  const sandbox = withSandbox({ users: 300 });
  afterEach(() => sandbox().setFaults([]));
  const list = (query = "?count=20") => odm(sandbox(), "GET", `/Users${query}`);
  const catalogs = () => {
    const { url, serviceToken } = sandbox().endpoints.astakos;
    return send(
      "POST",
      `${url}/service/api/user_catalogs`,
      { "x-auth-token": serviceToken },
      { uuids: null },
    );
  };
  const newUser = (email: string) => ({
    displayName: "Ada Example",
    active: true,
    emails: [{ type: "work", value: email }],
  });
  const isStored = (email: string) =>
    sandbox()
      .state()
      .odm.users.some((user) => user.email === email);
  const lastStatus = () => sandbox().log().at(-1)?.status;

  it("refuses in the shape of each platform", async () => {
    const kinds = { rateLimit: 429, serverError: 500, unavailable: 503, unauthorised: 401, forbidden: 403 };
    for (const [kind, status] of Object.entries(kinds)) {
      sandbox().setFaults([{ kind, ...(kind === "rateLimit" ? { retryAfter: 3 } : {}) }]);
      const answers = [await list(), await catalogs(), await agave(sandbox(), "/profiles/v2/me")];
      assert.deepEqual(
        answers.map((answer) => answer.status),
        [status, status, status],
      );
      const [scim, text, wrapped] = answers.map((answer) => answer.text);
      assert.match(scim ?? "", kind === "forbidden" ? /"status":"403"/ : /^\{"error":\{"message":/);
      assert.match(text ?? "", /^[^<{]+\n$/);
      assert.match(wrapped ?? "", /^(<ams:fault|\{"status":"error")/);
      assert.equal(first(answers).headers.get("retry-after"), kind === "rateLimit" ? "3" : null);
    }
    sandbox().setFaults([{ kind: "unavailable", retryAfter: 0 }]);
    assert.equal((await list()).headers.get("retry-after"), "0");
  });

  it("leaves a request unprocessed that it refuses or drops before", async () => {
    const kinds = [
      { kind: "rateLimit", retryAfter: 1 },
      { kind: "serverError" },
      { kind: "unavailable" },
      { kind: "notJson" },
      { kind: "dropBefore" },
    ];
    for (const fault of kinds) {
      sandbox().setFaults([fault]);
      await odm(sandbox(), "POST", "/Users", newUser("unprocessed@example.org")).catch(() => undefined);
      assert.equal(isStored("unprocessed@example.org"), false, fault.kind);
    }
  });

  it("drops the connection, before and after processing, and logs no status", async () => {
    sandbox().setFaults([{ kind: "dropBefore" }]);
    await assert.rejects(list());
    assert.equal(lastStatus(), null);
    sandbox().setFaults([{ kind: "dropAfter" }]);
    await assert.rejects(odm(sandbox(), "POST", "/Users", newUser("dropped@example.org")));
    assert.equal(lastStatus(), null);
    assert.ok(isStored("dropped@example.org"));
  });

  it("fails after it has processed", async () => {
    sandbox().setFaults([{ kind: "serverErrorAfter", method: "POST" }]);
    assert.equal((await odm(sandbox(), "POST", "/Users", newUser("failed@example.org"))).status, 500);
    assert.ok(isStored("failed@example.org"));
    assert.equal((await list()).status, 200);
  });

  it("answers JSON that is cut short, and a page that is none", async () => {
    sandbox().setFaults([{ kind: "truncated" }]);
    const cut = await list();
    assert.deepEqual([cut.status, cut.json], [200, undefined]);
    assert.match(cut.text, /^\{"schemas"/);
    sandbox().setFaults([{ kind: "notJson" }]);
    const page = await catalogs();
    assert.equal(page.status, 200);
    assert.match(page.headers.get("content-type") ?? "", /^text\/html/);
    assert.match(page.text, /^<!doctype html>/);
  });

  it("holds requests up and answers them all the same", async () => {
    sandbox().setFaults([{ kind: "latency", ms: 5 }]);
    assert.equal((await list()).status, 200);
  });

  it("befalls the requests it was told to, and counts anew when faults are set", async () => {
    const fault = {
      kind: "serverError",
      platform: "odm",
      method: "GET",
      path: "/api/v1/scim/Users",
      after: 2,
      every: 3,
      times: 2,
    };
    const statuses = async () => {
      sandbox().setFaults([fault]);
      const met: number[] = [];
      for (let request = 0; request < 12; request += 1) {
        await odm(sandbox(), "GET", "/Groups");
        await catalogs();
        met.push((await list()).status);
      }
      return met;
    };
    const expected = [200, 200, 200, 200, 500, 200, 200, 500, 200, 200, 200, 200];
    assert.deepEqual(await statuses(), expected);
    assert.deepEqual(await statuses(), expected);
  });

  /** Reads all pages by what arrived, until one is empty. */
  async function readAll(count: number) {
    const pages: string[][] = [];
    const totals: number[] = [];
    for (let startIndex = 1; ; ) {
      const { Resources, totalResults, itemsPerPage } = listIn(
        await list(`?count=${count}&startIndex=${startIndex}`),
      );
      assert.equal(itemsPerPage, Resources.length);
      totals.push(totalResults);
      if (Resources.length === 0) return { pages, ids: pages.flat(), totals };
      pages.push(Resources.map(({ id }) => id));
      startIndex += Resources.length;
    }
  }

  it("gives short pages while more remain, and loses nothing", async () => {
    const { ids } = await readAll(50);
    sandbox().setFaults("shortPages");
    const short = await readAll(50);
    assert.deepEqual(short.ids, ids);
    assert.ok(short.pages.slice(0, -1).some((page) => page.length < 50));
  });

  it("repeats items on overlapping pages, and loses nothing when read by what arrives", async () => {
    const { ids, totals } = await readAll(50);
    for (const faults of ["overlappingPages", "pages"]) {
      sandbox().setFaults(faults);
      const overlapping = await readAll(50);
      assert.ok(overlapping.ids.length > ids.length, "some came twice");
      assert.deepEqual([...new Set(overlapping.ids)], ids);
      assert.deepEqual(new Set(overlapping.totals), new Set(totals));
    }
    sandbox().setFaults([{ kind: "overlappingPages", items: 7, every: 2 }]);
    const { pages } = await readAll(50);
    assert.equal(new Set([...(pages[0] ?? []), ...(pages[1] ?? [])]).size, 100);
    assert.equal(pages[1]?.filter((id) => pages[2]?.includes(id)).length, 7);
  });

  it("skips items on overlapping pages that lose some", async () => {
    const { ids } = await readAll(50);
    sandbox().setFaults([{ kind: "overlappingPages", lossy: true }]);
    const lossy = await readAll(50);
    assert.ok(new Set(lossy.ids).size < ids.length);
    assert.ok(lossy.totals.every((total) => total === ids.length));
  });

  it("moves the total from page to page", async () => {
    const { ids } = await readAll(50);
    sandbox().setFaults([{ kind: "movingTotal" }]);
    const moving = await readAll(50);
    assert.deepEqual(moving.ids, ids);
    assert.ok(new Set(moving.totals).size > 2);
  });

  it("can be set by each of its names", async () => {
    for (const name of presetNames) {
      sandbox().setFaults(name);
      await list().catch(() => undefined);
    }
    assert.throws(() => sandbox().setFaults("hurricane"), /storm/);
  });

  it("lets a patient client through the storm", async () => {
    sandbox().setFaults("storm");
    const patiently = async <T>(attempt: () => Promise<{ status: number; value: T }>): Promise<T> => {
      for (let tries = 0; tries < 5; tries += 1) {
        const result = await attempt().catch(() => undefined);
        if (result?.status === 200) return result.value;
      }
      throw new Error("patience ran out");
    };
    const seen = new Set<string>();
    for (let startIndex = 1; ; ) {
      const page = await patiently(async () => {
        const answer = await list(`?count=10&startIndex=${startIndex}`);
        return { status: answer.status, value: answer };
      });
      const { Resources } = listIn(page);
      if (Resources.length === 0) break;
      for (const { id } of Resources) seen.add(id);
      startIndex += Resources.length;
    }
    const active = sandbox()
      .state()
      .odm.users.filter((user) => user.active);
    assert.deepEqual([...seen].sort(), active.map(({ id }) => id).sort());
    const id = first(somebody(sandbox(), "inStep").accounts.odm);
    const body = {
      schemas: ["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
      Operations: [{ op: "replace", path: "displayName", value: "After the storm" }],
    };
    const changed = await patiently(async () => {
      const answer = await odm(sandbox(), "PATCH", `/Users/${id}`, body);
      return { status: answer.status, value: answer };
    });
    assert.equal(userIn(changed).displayName, "After the storm");
  });
});
