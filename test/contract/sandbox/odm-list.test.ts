import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { assertScimError, first, listIn, odm, somebody, userIn, withSandbox } from "./support.ts";

describe("ODM lists in the sandbox", () => {
  const sandbox = withSandbox({ users: 300 });
  const list = (query: string) => odm(sandbox(), "GET", `/Users${query}`);
  const filtered = async (filter: string) => listIn(await list(`?filter=${encodeURIComponent(filter)}`));
  const one = async () =>
    userIn(await odm(sandbox(), "GET", `/Users/${first(somebody(sandbox(), "inStep").accounts.odm)}`));
  const email = (user: { emails: readonly { value: string }[] }) => first(user.emails).value;

  const refused = [
    'userName co "a"',
    'userName ne "a"',
    'displayName eq "a"',
    'emails.value eq "a@example.org"',
    'emails eq "a@example.org"',
    'emails[value eq "a@example.org"]',
    'emails[type eq "work" and value ew "@example.org"]',
    'userName eq "a" or userName eq "b"',
    'not (userName eq "a")',
    '(userName eq "a")',
    "userName eq a",
    "userName eq true",
    'userName eq "a" and',
    'userName eq "a" userName eq "b"',
    'userName eq "unterminated',
    "userName pr",
    "",
  ];
  for (const filter of refused) {
    it(`refuses the filter ${filter || "(empty)"}`, async () => {
      assertScimError(await list(`?filter=${encodeURIComponent(filter)}`), 400, "invalidFilter");
    });
  }

  it("finds by userName, by e-mail and by both, whatever the case of names and operators", async () => {
    const user = await one();
    const filters = [
      `userName eq ${JSON.stringify(user.userName)}`,
      `USERNAME Eq ${JSON.stringify(user.userName)}`,
      `emails[type eq "work" and value eq ${JSON.stringify(email(user))}]`,
      `Emails[Type EQ "work" AND Value EQ ${JSON.stringify(email(user))}] And userName eq ${JSON.stringify(user.userName)}`,
    ];
    for (const filter of filters) {
      const { Resources, totalResults } = await filtered(filter);
      assert.deepEqual(Resources, [user], filter);
      assert.equal(totalResults, 1);
    }
  });

  it("compares values exactly", async () => {
    const user = await one();
    const misses = [
      `userName eq ${JSON.stringify(user.userName.toUpperCase())}`,
      `emails[type eq "work" and value eq ${JSON.stringify(email(user).toUpperCase())}]`,
      `emails[type eq "home" and value eq ${JSON.stringify(email(user))}]`,
      `userName eq ${JSON.stringify(user.userName)} and userName eq "somebody-else"`,
      `userName eq "somebody-else" and emails[type eq "work" and value eq ${JSON.stringify(email(user))}]`,
    ];
    for (const filter of misses) {
      const { Resources, totalResults } = await filtered(filter);
      assert.deepEqual([Resources, totalResults], [[], 0], filter);
    }
  });

  it("finds no hidden user", async () => {
    const id = first(somebody(sandbox(), "dormant").accounts.odm);
    const hidden = sandbox()
      .state()
      .odm.users.find((user) => user.id === id);
    assert.equal((await filtered(`userName eq ${JSON.stringify(hidden?.userName)}`)).totalResults, 0);
  });

  it("ignores a parameter whose name is in another case, and answers everything", async () => {
    const everything = listIn(await list(""));
    const ignored = listIn(
      await list(`?FILTER=${encodeURIComponent('userName eq "nobody"')}&COUNT=1&startindex=9`),
    );
    assert.deepEqual(ignored, everything);
  });

  it("gives 100 users unless asked, and never more than 200", async () => {
    const usual = listIn(await list(""));
    assert.deepEqual([usual.itemsPerPage, usual.Resources.length, usual.startIndex], [100, 100, 1]);
    const many = listIn(await list("?count=1000"));
    assert.deepEqual([many.itemsPerPage, many.Resources.length], [200, 200]);
    assert.equal(many.totalResults, usual.totalResults);
  });

  it("takes a count of 0, a negative one, and a startIndex before the first and after the last", async () => {
    for (const count of [0, -5]) {
      const none = listIn(await list(`?count=${count}`));
      assert.deepEqual([none.Resources, none.itemsPerPage, none.totalResults > 200], [[], 0, true]);
    }
    const start = listIn(await list("?startIndex=-3&count=2"));
    assert.equal(start.startIndex, 1);
    assert.deepEqual(start.Resources, listIn(await list("?count=2")).Resources);
    assert.deepEqual(listIn(await list("?startIndex=100000")).Resources, []);
  });

  it("refuses a startIndex or count that is no number", async () => {
    assertScimError(await list("?startIndex=one"), 400, "invalidValue");
    assertScimError(await list("?count=1.5"), 400, "invalidValue");
  });

  it("gives every active user exactly once when read page by page", async () => {
    const ids: string[] = [];
    for (let startIndex = 1; ; ) {
      const { Resources } = listIn(await list(`?count=37&startIndex=${startIndex}`));
      if (Resources.length === 0) break;
      ids.push(...Resources.map(({ id }) => id));
      startIndex += Resources.length;
    }
    const active = sandbox()
      .state()
      .odm.users.filter((user) => user.active);
    assert.deepEqual(
      ids,
      active.map(({ id }) => id),
    );
  });
});
