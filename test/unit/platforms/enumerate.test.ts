import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import type { ScimPage } from "../../../src/platforms/scim/client.ts";
import { enumerate } from "../../../src/platforms/scim/enumerate.ts";

type PageOf = (startIndex: number, count: number) => ScimPage | Promise<ScimPage>;

const ids = (length: number, prefix = "u") =>
  Array.from({ length }, (_, index) => ({ id: `${prefix}${index + 1}` }));

function read(page: PageOf, pageSize = 10) {
  return enumerate({
    page: async (startIndex, count) => page(startIndex, count),
    idOf: (resource) => (resource as { id?: string }).id,
    pageSize,
    concurrency: 4,
  });
}

/** A well-behaved server, which may cap the page size and keep its total to itself. */
function server(users: readonly unknown[], { cap = 1000, total = true } = {}): PageOf {
  return (startIndex, count) => ({
    resources: users.slice(startIndex - 1, startIndex - 1 + Math.min(count, cap)),
    ...(total ? { total: users.length } : {}),
  });
}

test("lists of every length are read whole, also where the server caps its pages", async () => {
  for (const length of [0, 1, 9, 10, 11, 20, 21, 99, 1000]) {
    for (const cap of [1, 7, 10, 1000]) {
      const { resources, complete, notes } = await read(server(ids(length), { cap }));
      assert.deepEqual([resources.length, complete, notes], [length, true, []], `${length} by ${cap}`);
    }
  }
});

test("without a stated total, two passes must agree", async () => {
  const { resources, complete } = await read(server(ids(35), { total: false }));
  assert.deepEqual([resources.length, complete], [35, true]);
  let pass = 0;
  const restless = await read((startIndex, count) => {
    if (startIndex === 1) pass += 1;
    return server(ids(35, `p${pass}-`), { total: false })(startIndex, count);
  });
  assert.equal(restless.complete, false);
  assert.match(restless.notes.join(" "), /does not state how many users/);
});

test("a server that ignores startIndex is no endless loop and proves nothing", async () => {
  let requests = 0;
  const { resources, complete, notes } = await read(() => {
    requests += 1;
    return { resources: ids(10), total: 50 };
  });
  assert.deepEqual([resources.length, complete], [10, false]);
  assert.ok(requests < 60);
  assert.match(notes.join(" "), /The server states 50 users, but 10 were found/);
  assert.match(notes.join(" "), /end of the list was never reached/);
});

test("a server whose total is the page's own length does not end the reading early", async () => {
  const users = ids(25);
  const { resources, complete } = await read((startIndex, count) => {
    const page = users.slice(startIndex - 1, startIndex - 1 + count);
    return { resources: page, total: page.length };
  });
  assert.deepEqual([resources.length, complete], [25, false]);
});

test("a user without an id is left out, noted, and makes the reading incomplete at once", async () => {
  let requests = 0;
  const users = [...ids(5), { userName: "nameless" }, ...ids(5, "v")];
  const { resources, complete, notes } = await read((startIndex, count) => {
    requests += 1;
    return server(users)(startIndex, count);
  });
  assert.deepEqual([resources.length, complete], [10, false]);
  assert.deepEqual(notes, ["1 user came without an id and could not be taken in."]);
  assert.equal(requests, 3);
});

test("somebody who leaves while the list is read shifts it; the next pass puts it right", async () => {
  const users = ids(40);
  let requests = 0;
  const { resources, complete, notes } = await read((startIndex, count) => {
    requests += 1;
    if (requests === 3) users.shift();
    return server(users)(startIndex, count);
  });
  assert.deepEqual(
    new Set(resources.map((user) => (user as { id: string }).id)),
    new Set(users.map(({ id }) => id)),
  );
  assert.equal(complete, true);
  assert.match(notes.join(" "), /between 39 and 40 users .* The list was read 2 times\./);
});

test("a gap that one pass has and the next has elsewhere is filled, and that is proven by the total", async () => {
  const users = ids(30);
  let pass = 0;
  const { resources, complete } = await read((startIndex, count) => {
    if (startIndex === 1) pass += 1;
    const page = users.slice(startIndex - 1, startIndex - 1 + count);
    const shown = page.map((user) => (user.id === `u${10 + pass}` ? { id: "u1" } : user));
    return { resources: shown, total: 30 };
  });
  assert.deepEqual([resources.length, complete], [30, true]);
});

test("however pages are cut, shifted and repeated, a reading is whole or not called complete", async () => {
  const bend = fc.record({ shift: fc.integer({ min: -6, max: 6 }), cut: fc.integer({ min: 0, max: 9 }) });
  const arbitrary = fc.tuple(
    fc.integer({ min: 0, max: 60 }),
    fc.array(bend, { minLength: 1, maxLength: 30 }),
  );
  await fc.assert(
    fc.asyncProperty(arbitrary, async ([length, bends]) => {
      const users = ids(length);
      let request = 0;
      const { resources, complete, notes } = await read((startIndex, count) => {
        const { shift, cut } = bends[request++ % bends.length] ?? { shift: 0, cut: 0 };
        const start = Math.max(0, startIndex - 1 + shift);
        return { resources: users.slice(start, start + Math.max(1, count - cut)), total: length };
      });
      if (complete) assert.equal(resources.length, length);
      else assert.notEqual(notes.length, 0);
    }),
    { numRuns: 150 },
  );
});

test("a page that fails ends the reading with its error", async () => {
  await assert.rejects(
    read((startIndex, count) => {
      if (startIndex > 20) throw new Error("broken");
      return server(ids(100))(startIndex, count);
    }),
    /broken/,
  );
});

test("a hundred thousand users are read whole", async () => {
  const users = ids(100_000);
  let requests = 0;
  const { resources, complete } = await read((startIndex, count) => {
    requests += 1;
    return server(users, { cap: 200 })(startIndex, count);
  }, 200);
  assert.deepEqual([resources.length, complete, requests], [100_000, true, 501]);
});
