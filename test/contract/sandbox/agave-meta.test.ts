import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { assertRefused, callAs, resultIn, type Shown } from "./agave-call.ts";
import { first, withSandbox } from "./support.ts";

describe("Metadata of Agave in the sandbox", () => {
  const sandbox = withSandbox();
  const call = callAs(sandbox);
  const asColleague = callAs(sandbox, "colleague");
  const asAdmin = callAs(sandbox, "admin");
  const add = async (fields: Shown) => resultIn(await call("POST", "/meta/v2/data", fields), 201);
  const me = async (caller = call) => String(resultIn(await caller("GET", "/profiles/v2/me")).username);
  const schema = {
    type: "object",
    properties: { depth: { type: "number", minimum: 0 }, site: { type: "string" } },
    required: ["depth"],
  };

  const wrong: readonly (readonly [string, unknown, RegExp])[] = [
    ["no name", { value: 1 }, /name/],
    ["no value", { name: "a" }, /value/],
    ["associations that are no list", { name: "a", value: 1, associationIds: "x" }, /associationIds/],
    ["an association with nothing", { name: "a", value: 1, associationIds: ["x"] }, /x/],
    ["an unknown schema", { name: "a", value: 1, schemaId: "none" }, /schema/],
    ["broken JSON", "{", /JSON/],
  ];
  for (const [what, body, message] of wrong) {
    it(`refuses ${what}`, async () => {
      const headers = { "content-type": "application/json" };
      assertRefused(await call("POST", "/meta/v2/data", body, headers), 400, message);
    });
  }

  it("refuses forms, and answers 404 for what is not there", async () => {
    const form = new URLSearchParams({ name: "a", value: "1" });
    assertRefused(await call("POST", "/meta/v2/data", form), 400, /content type/);
    for (const method of ["GET", "POST", "DELETE"]) {
      const body = method === "POST" ? { name: "a", value: 1 } : undefined;
      assertRefused(await call(method, "/meta/v2/data/none", body), 404, /none/);
      assertRefused(await call(method, "/meta/v2/schemas/none", body), 404, /none/);
    }
  });

  it("adds, gives, changes and deletes a piece of metadata", async () => {
    const added = await add({ name: "probe", value: { depth: 3 }, owner: "somebody" });
    assert.match(String(added.uuid), /-012$/);
    assert.equal(added.owner, await me());
    const path = `/meta/v2/data/${added.uuid}`;
    assert.deepEqual(resultIn(await call("GET", path)), added);
    const other = { name: "probe", value: 1, uuid: "other" };
    assertRefused(await call("POST", path, other), 400, /uuid/);
    const changed = resultIn(await call("POST", path, { name: "probe", value: { depth: 4 } }));
    assert.deepEqual([changed.uuid, changed.value], [added.uuid, { depth: 4 }]);
    const deleted = await call("DELETE", path);
    assert.equal(deleted.status, 200);
    assert.equal("result" in (deleted.json as Shown), false);
    assertRefused(await call("GET", path), 404, /No metadata item/);
  });

  it("links to what a piece of metadata is about", async () => {
    const added = await add({ name: "about", value: 1, associationIds: ["1-0001-007", "2-0001-999"] });
    const { associationIds } = added._links as { associationIds: Shown[] };
    const { url } = sandbox().endpoints.agave;
    assert.deepEqual(associationIds, [{ rel: "1-0001-007", href: `${url}/jobs/v2/1-0001-007` }]);
  });

  it("finds metadata by a query, which it decodes twice", async () => {
    const values = [
      { depth: 1, tags: ["a", "b"], at: { site: "north" } },
      { depth: 2, tags: ["b"], at: { site: "south+50%" } },
      { depth: 3, tags: [], note: null },
    ];
    for (const value of values) await add({ name: "query", value });
    const twice = (text: string): string => encodeURIComponent(text);
    const search = async (query: unknown, encode = twice) => {
      const q = encodeURIComponent(encode(JSON.stringify({ $and: [{ name: "query" }, query] })));
      const found = resultIn<{ value: { depth: number } }[]>(await call("GET", `/meta/v2/data?q=${q}`));
      return found.map(({ value }) => value.depth).sort();
    };
    const queries: readonly (readonly [unknown, readonly number[]])[] = [
      [{ "value.depth": 2 }, [2]],
      [{ "value.depth": { $gt: 1, $lte: 3 } }, [2, 3]],
      [{ "value.depth": { $gte: 2, $lt: 3 } }, [2]],
      [{ "value.depth": { $in: [1, 3] } }, [1, 3]],
      [{ "value.depth": { $ne: 1 } }, [2, 3]],
      [{ "value.tags": "b" }, [1, 2]],
      [{ "value.at.site": { $exists: false } }, [3]],
      [{ "value.at.site": { $regex: "^NORTH", $options: "i" } }, [1]],
      [{ "value.at.site": "nor*" }, [1]],
      [{ "value.at.site": "south+50%" }, [2]],
      [{ $or: [{ "value.depth": 1 }, { "value.depth": 3 }] }, [1, 3]],
      [{ $nor: [{ "value.depth": 1 }] }, [2, 3]],
    ];
    for (const [query, found] of queries) assert.deepEqual(await search(query), found, JSON.stringify(query));
    const once = (text: string) => text;
    assert.deepEqual(await search({ "value.at.site": "north" }, once), [1]);
    for (const q of ["{", "[]", '{"a":{"$near":1}}', '{"$and":1}', "%25", '{"a":{"$regex":"["}}']) {
      const answer = await call("GET", `/meta/v2/data?q=${encodeURIComponent(q)}`);
      assertRefused(answer, 400, /^Malformed JSON Query/);
    }
  });

  it("lists what changed last first, by pages, and sorts by what is asked for", async () => {
    for (const name of ["sort-b", "sort-a", "sort-c"]) await add({ name, value: 1 });
    const names = async (query: string) => {
      const q = encodeURIComponent('{"name":{"$regex":"^sort-"}}');
      const answer = await call("GET", `/meta/v2/data?q=${q}&${query}`);
      return resultIn<Shown[]>(answer).map(({ name }) => name);
    };
    assert.deepEqual(await names(""), ["sort-c", "sort-a", "sort-b"]);
    assert.deepEqual(await names("orderBy=name&order=asc"), ["sort-a", "sort-b", "sort-c"]);
    assert.deepEqual(await names("orderBy=name&order=asc&limit=1&offset=1"), ["sort-b"]);
    assertRefused(await call("GET", "/meta/v2/data?orderBy=value.depth"), 400, /sort field/);
    assertRefused(await call("GET", "/meta/v2/data?order=up"), 400, /order/);
  });

  it("checks values against their schema", async () => {
    for (const [body, message] of [
      [{ type: "thing" }, /thing/],
      [{ properties: [] }, /properties/],
      [{ required: "depth" }, /required/],
      [[], /object/],
    ] as const) {
      assertRefused(await call("POST", "/meta/v2/schemas", body), 400, message);
    }
    const added = resultIn(await call("POST", "/meta/v2/schemas", schema), 201);
    assert.match(String(added.uuid), /-013$/);
    assert.deepEqual(added.schema, schema);
    const of = (value: unknown) => ({ name: "checked", value, schemaId: added.uuid });
    for (const [value, message] of [
      [{}, /has no depth/],
      [{ depth: "3" }, /value\.depth is not of the type number/],
      [{ depth: -1 }, /below 0/],
      ["text", /not of the type object/],
    ] as const) {
      assertRefused(await call("POST", "/meta/v2/data", of(value)), 400, message);
    }
    assert.equal((await add(of({ depth: 3 }))).schemaId, added.uuid);
  });

  it("gives, finds, changes and deletes schemas", async () => {
    const { uuid } = resultIn(await call("POST", "/meta/v2/schemas", { title: "first" }), 201);
    const path = `/meta/v2/schemas/${uuid}`;
    assert.deepEqual(resultIn(await call("GET", path)).schema, { title: "first" });
    const q = encodeURIComponent('{"schema.title":"first"}');
    assert.equal(first(resultIn<Shown[]>(await call("GET", `/meta/v2/schemas?q=${q}`))).uuid, uuid);
    assertRefused(await call("POST", path, { type: 5 }), 400, /5/);
    assert.deepEqual(resultIn(await call("POST", path, { title: "second" })).schema, { title: "second" });
    assert.equal((await call("DELETE", path)).status, 200);
    assertRefused(await call("GET", path), 404, /No metadata schema/);
  });

  for (const [what, body] of [
    ["data", { name: "shared", value: 1 }],
    ["schemas", { title: "shared" }],
  ] as const) {
    it(`shares ${what} with those who were given a permission`, async () => {
      const { uuid } = resultIn(await call("POST", `/meta/v2/${what}`, body), 201);
      const path = `/meta/v2/${what}/${uuid}`;
      const colleague = await me(asColleague);
      assertRefused(await asColleague("GET", path), 403, /permission/);
      assertRefused(await call("GET", `${path}/pems/${colleague}`), 404, /No permissions/);
      assertRefused(await call("POST", `${path}/pems`, { username: colleague }), 400, /permission/);
      assertRefused(await call("POST", `${path}/pems`, { permission: "READ" }), 400, /username/);
      assertRefused(await call("POST", `${path}/pems/${colleague}`, { permission: "SOME" }), 400, /SOME/);
      const nobody = { username: "nobody", permission: "READ" };
      assertRefused(await call("POST", `${path}/pems`, nobody), 404, /nobody/);
      assertRefused(await call("POST", `${path}/pems/${colleague}`, nobody), 400, /match/);

      const form = new URLSearchParams({ username: colleague, permission: "READ" });
      const granted = resultIn(await call("POST", `${path}/pems`, form), 201);
      assert.deepEqual([granted.username, granted.permission], [colleague, { read: true, write: false }]);
      const all = resultIn<Shown[]>(await call("GET", `${path}/pems`));
      assert.deepEqual(
        all.map(({ username }) => username),
        [await me(), colleague],
      );
      assert.deepEqual(
        resultIn(await call("GET", `${path}/pems/${colleague}`)).permission,
        granted.permission,
      );
      assert.equal((await asColleague("GET", path)).status, 200);
      assertRefused(await asColleague("DELETE", path), 403, /write/);
      assert.equal((await call("POST", `${path}/pems/${colleague}`, { permission: "NONE" })).status, 200);
      assertRefused(await asColleague("GET", path), 403, /read/);
      for (const part of [`/${colleague}`, ""]) {
        resultIn(await call("POST", `${path}/pems/${colleague}`, { permission: "READ_WRITE" }), 201);
        assert.equal((await call("DELETE", `${path}/pems${part}`)).status, 200);
        assertRefused(await asColleague("GET", path), 403, /read/);
      }
    });
  }

  it("shows administrators everything unless they ask for their own", async () => {
    const { uuid } = await add({ name: "private", value: 1 });
    const q = encodeURIComponent(JSON.stringify({ uuid }));
    const count = async (caller: typeof call, query = "") =>
      resultIn<Shown[]>(await caller("GET", `/meta/v2/data?q=${q}${query}`)).length;
    assert.deepEqual(
      [await count(asColleague), await count(asAdmin), await count(asAdmin, "&privileged=false")],
      [0, 1, 0],
    );
  });

  it("gives the bare result, or the fields that are asked for", async () => {
    const { uuid } = await add({ name: "bare", value: { a: 1, b: 2 } });
    const naked = await call("GET", `/meta/v2/data/${uuid}?naked=true`);
    assert.equal((naked.json as Shown).uuid, uuid);
    assert.deepEqual(resultIn(await call("GET", `/meta/v2/data/${uuid}?filter=name,value.a`)), {
      name: "bare",
      value: { a: 1 },
    });
    const deleted = await call("DELETE", `/meta/v2/data/${uuid}?naked=true`);
    assert.deepEqual([deleted.status, deleted.text], [200, ""]);
  });
});
