import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, test } from "node:test";
import type { Account } from "../../../src/identity/account.ts";
import type { AttributeSet, Lookup, WritableDirectory } from "../../../src/identity/directory.ts";
import { type Ledger, openLedger } from "../../../src/ledger/ledger.ts";
import { changeOf, creationOf } from "../../../src/reconcile/by-hand/change.ts";
import { existedBefore } from "../../../src/reconcile/by-hand/existed.ts";
import { makeByHand } from "../../../src/reconcile/by-hand/make.ts";
import { LostAnswer, RefusedChange } from "../../../src/reconcile/by-hand/refused.ts";
import { odmAccount } from "../../property/identity/worlds.ts";

let folder: string;
let ledger: Ledger;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "rollcall-"));
  ledger = openLedger(join(folder, "ledger.db"));
});

afterEach(() => {
  ledger.close();
  rmSync(folder, { recursive: true, force: true });
});

const ana = odmAccount({ id: "1", userName: "ana", displayName: "Ana", email: "ana@example.org" });

/** A directory in memory that lists inactive accounts too. Answers may be replaced by failures. */
class Book implements WritableDirectory {
  readonly connection = "odm";
  readonly platformName = "SCIM 2.0";
  readonly baseUrl = "https://scim.example.org";
  readonly abilities = {
    enumerates: "all",
    lookupKeys: ["id", "userName", "email"],
    updates: ["userName", "displayName", "active"],
    creates: true,
    deactivates: true,
  } as const;
  readonly accounts = new Map<string, Account>();
  readonly writes: string[] = [];
  /** Instead of the answer to a write. */
  failure: Error | undefined;
  /** Instead of the answer to a read. */
  silence: Error | undefined;

  async get(id: string): Promise<Account | undefined> {
    if (this.silence) throw this.silence;
    return this.accounts.get(id);
  }

  async lookUp({ email = [], userName = [] }: Lookup) {
    if (this.silence) throw this.silence;
    const accounts = [...this.accounts.values()].filter(
      (account) =>
        account.emails.some((each) => email.includes(each)) || userName.includes(account.userName ?? ""),
    );
    return { connection: this.connection, accounts, complete: true, notes: [] };
  }

  async create(set: AttributeSet): Promise<Account> {
    const account = { ...ana, id: "new", emails: ["new@example.org"], ...set } as Account;
    return this.#write("create", account);
  }

  async update(id: string, set: AttributeSet): Promise<Account> {
    return this.#write("update", { ...(this.accounts.get(id) ?? ana), ...set } as Account);
  }

  async deactivate(id: string): Promise<void> {
    this.#write("deactivate", { ...(this.accounts.get(id) ?? ana), active: false });
  }

  enumerate(): never {
    throw new Error("not asked for");
  }

  page(): never {
    throw new Error("not asked for");
  }

  async close(): Promise<void> {}

  #write(what: string, account: Account): Account {
    this.writes.push(what);
    if (!this.failure) this.accounts.set(account.id, account);
    if (this.failure) throw this.failure;
    return account;
  }
}

function failing(landed: "no" | "unknown", kind = "network"): Error {
  return Object.assign(new Error("odm: gone silent"), { kind, landed, advice: "" });
}

test("where inactive accounts are listed, nothing is hidden and an inactive one is reactivated as it is shown", async () => {
  const target = new Book();
  target.accounts.set("1", ana);
  const { memory } = ledger;
  await makeByHand(changeOf(ana, "deactivate", { active: false }), { target, memory });
  const asleep = target.accounts.get("1") ?? assert.fail();
  assert.equal(asleep.active, false);
  assert.deepEqual(memory.hiddenAccounts("odm"), []);
  const { account } = await makeByHand(changeOf(asleep, "reactivate", { active: true }), { target, memory });
  assert.equal(account?.active, true);
  assert.deepEqual(target.writes, ["deactivate", "update"]);
});

test("an inactive account that is gone altogether is not reactivated", async () => {
  const target = new Book();
  await assert.rejects(
    makeByHand(changeOf({ ...ana, active: false }, "reactivate", { active: true }), {
      target,
      memory: ledger.memory,
    }),
    (error) => error instanceof RefusedChange && error.reason === "gone",
  );
  assert.deepEqual(target.writes, []);
});

test("a failure that cannot have landed is passed on as it is, and an account that does not exist is forgotten", async () => {
  const target = new Book();
  target.accounts.set("1", ana);
  const { memory } = ledger;
  memory.rememberAccounts([ana]);
  target.failure = failing("no", "notFound");
  await assert.rejects(
    makeByHand(changeOf(ana, "update", { displayName: "Ana Silva" }), { target, memory }),
    target.failure,
  );
  assert.equal(memory.account("odm", "1"), undefined);
});

test("a lost answer that cannot be looked up either is told as not known", async () => {
  const target = new Book();
  target.accounts.set("1", ana);
  target.failure = failing("unknown");
  const change = makeByHand(changeOf(ana, "update", { displayName: "Ana Silva" }), {
    target,
    memory: ledger.memory,
  });
  await Promise.resolve();
  setImmediate(() => {
    target.silence = failing("no");
  });
  await assert.rejects(
    change,
    (error) => error instanceof LostAnswer && /not known whether the change has landed/.test(error.message),
  );
  assert.deepEqual(target.writes, ["update"]);
});

test("a mistake of ours is not taken for a lost answer", async () => {
  const target = new Book();
  target.failure = new TypeError("a mistake");
  await assert.rejects(
    makeByHand(creationOf({ displayName: "New" }), { target, memory: ledger.memory }),
    TypeError,
  );
});

test("an account that was made long before it was last changed had been there", () => {
  const made = (created: unknown, lastModified: unknown): Account => ({
    ...ana,
    attributes: { meta: { created, lastModified } },
  });
  assert.equal(existedBefore(made("2024-01-01T00:00:00Z", "2025-01-01T00:00:00Z")), true);
  assert.equal(existedBefore(made("2025-01-01T00:00:00Z", "2025-01-01T00:00:01Z")), false);
  assert.equal(existedBefore(made("yesterday", "2025-01-01T00:00:01Z")), false);
  assert.equal(existedBefore({ ...ana, attributes: {} }), false);
});
