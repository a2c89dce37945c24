import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
  type Sandbox,
  type SandboxState,
  startSandbox,
  type TruthPerson,
} from "../../../src/sandbox/sandbox.ts";
import { odm, send, userIn } from "./support.ts";
import { assertLife, type Life, type Lives } from "./world-table.ts";

/** The sandbox's answer to `GET /state` or `GET /truth`. */
async function ask<T>(sandbox: Sandbox, path: string): Promise<T> {
  return (await send("GET", `${sandbox.endpoints.control.url}${path}`)).json as T;
}

interface Snapshot {
  readonly state: SandboxState;
  readonly people: readonly TruthPerson[];
}

async function takeSnapshot(sandbox: Sandbox): Promise<Snapshot> {
  const { people } = await ask<{ people: TruthPerson[] }>(sandbox, "/truth");
  return { state: await ask<SandboxState>(sandbox, "/state"), people };
}

/** The accounts that an entry of the truth names, from the state. */
function accountsOf({ state }: Snapshot, entry: TruthPerson | undefined): Life {
  const { odm = [], astakos = [], agave = [] } = entry?.accounts ?? {};
  return {
    odm: state.odm.users.filter(({ id }) => odm.includes(id)),
    astakos: state.astakos.users.filter(({ uuid }) => astakos.includes(uuid)),
    agave: state.agave.profiles.filter(({ username }) => agave.includes(username)),
  };
}

async function withBothMoments<T>(
  options: { seed: number; users: number },
  use: (baseline: Snapshot, now: Snapshot) => T,
): Promise<T> {
  const sandbox = await startSandbox({ ...options, at: "baseline" });
  try {
    const baseline = await takeSnapshot(sandbox);
    await send("POST", `${sandbox.endpoints.control.url}/advance`);
    return use(baseline, await takeSnapshot(sandbox));
  } finally {
    await sandbox.close();
  }
}

describe("The sandbox's world", () => {
  for (const options of [
    { seed: 1, users: 200 },
    { seed: 7, users: 25 },
    { seed: 42, users: 1200 },
  ]) {
    it(`is at both moments as its table says (${options.users} people, seed ${options.seed})`, async () => {
      await withBothMoments(options, (baseline, now) => {
        const entries: Lives[] = now.people.map((person) => ({
          person,
          baseline: accountsOf(
            baseline,
            baseline.people.find(({ key }) => key === person.key),
          ),
          now: accountsOf(now, person),
          state: now.state,
        }));
        for (const entry of entries) assertLife(entry);
      });
    });
  }

  it("has nothing for a reconciler to do at the baseline", async () => {
    await withBothMoments({ seed: 1, users: 200 }, ({ people }) => {
      assert.ok(people.every(({ action }) => ["none", "ignore", "report"].includes(action)));
      assert.ok(people.every((person) => person.situation === person.withoutMemory.situation));
    });
  });

  it("hides the users of those who are gone, and knows them no more", async () => {
    await withBothMoments({ seed: 1, users: 200 }, (baseline, now) => {
      const gone = baseline.people.filter(({ kind }) => kind === "gone");
      assert.ok(gone.length > 0);
      for (const person of gone) {
        const before = accountsOf(baseline, person);
        const after = accountsOf(now, person);
        assert.deepEqual([before.odm[0]?.active, after.odm[0]?.active], [true, false]);
        assert.deepEqual([before.astakos.length, before.agave.length], [1, 1]);
        assert.deepEqual([after.astakos, after.agave], [[], []]);
        assert.ok(now.people.every(({ key }) => key !== person.key));
      }
    });
  });

  it("is the same for the same seed, whether it began at the baseline or now", async () => {
    const later = await withBothMoments({ seed: 5, users: 80 }, (_, now) => now);
    const sandbox = await startSandbox({ seed: 5, users: 80 });
    assert.deepEqual(await takeSnapshot(sandbox), later);
    await sandbox.close();
    const other = await withBothMoments({ seed: 6, users: 80 }, (_, now) => now);
    assert.notDeepEqual(other.state.odm.users, later.state.odm.users);
    assert.notDeepEqual(other.people, later.people);
  });

  it("keeps what clients wrote when it moves on, where the world did not change", async () => {
    const sandbox = await startSandbox({ at: "baseline", users: 60 });
    const { url, token } = sandbox.endpoints.odm;
    const headers = { authorization: `bearer ${token}` };
    const missing = sandbox.truth().people.find(({ kind }) => kind === "externalIdMissing");
    const [id] = missing?.accounts.odm ?? [];
    await send("PATCH", `${url}/api/v1/scim/Users/${id}`, headers, {
      schemas: ["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
      Operations: [{ op: "replace", value: { displayName: "Written before" } }],
    });
    sandbox.advance();
    const user = sandbox.state().odm.users.find((candidate) => candidate.id === id);
    assert.equal(user?.displayName, "Written before");
    assert.equal(user?.externalId, undefined);
    await sandbox.close();
  });

  for (const memory of ["with", "without"] as const) {
    it(`takes every change that its truth names, ${memory} memory`, async () => {
      const sandbox = await startSandbox({ users: 120, seed: 9 });
      for (const person of sandbox.truth().people) {
        const { action, set } = memory === "with" ? person : person.withoutMemory;
        const [id] = person.accounts.odm;
        if (action === "none" || action === "report" || action === "ignore") {
          assert.deepEqual(set, {});
          continue;
        }
        const { emails, ...attributes } = set;
        const answer =
          action === "create"
            ? await odm(sandbox, "POST", "/Users", {
                ...attributes,
                active: true,
                emails: [{ type: "work", value: emails }],
              })
            : await odm(sandbox, "PATCH", `/Users/${id}`, {
                schemas: ["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
                Operations: [{ op: "replace", value: set }],
              });
        const written = userIn(answer, action === "create" ? 201 : 200);
        assert.equal(written.id, id ?? written.id, "a hidden user comes back under its id");
        const user = sandbox.state().odm.users.find((candidate) => candidate.id === written.id);
        for (const [name, value] of Object.entries(attributes)) {
          assert.equal(user?.[name as keyof typeof user], value, `${person.key} ${name}`);
        }
      }
      await sandbox.close();
    });
  }
});
