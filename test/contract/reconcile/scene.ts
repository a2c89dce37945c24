import assert from "node:assert/strict";
import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isWritable } from "../../../src/identity/directory.ts";
import { digestPlan } from "../../../src/identity/make-plan.ts";
import type { Plan } from "../../../src/identity/plan.ts";
import { type ChangeAction, changeActions } from "../../../src/identity/situation.ts";
import { openLedger } from "../../../src/ledger/ledger.ts";
import { AgaveAccess } from "../../../src/platforms/agave/access/directory.ts";
import type { ApplyPlace } from "../../../src/reconcile/apply.ts";
import {
  type LogEntry,
  type Sandbox,
  sampleConfiguration,
  startSandbox,
} from "../../../src/sandbox/sandbox.ts";
import { sessionOn, withLeavers } from "./workshop.ts";

/** A small world on day two with a plan that holds every action once, and the ledger as it is then. */
export interface Prepared extends AsyncDisposable {
  /** The plan for a sandbox at an address. */
  planAt(url: string): Plan;
  /** Changes that are left out, so that there is one of each action. */
  readonly without: ReadonlySet<string>;
  /** A world as it was when the plan was made, with a ledger of its own. */
  open(): Promise<Scene>;
}

/** A place where plans are applied, and what bears witness of it. */
export interface Scene extends AsyncDisposable {
  readonly sandbox: Sandbox;
  readonly place: ApplyPlace;
  /** Who may do what with the actor that who leaves has access to, as Agave tells. */
  permissions(): Promise<unknown>;
  /** Every request of Rollcall's to change something, in the order in which they arrived. */
  writes(): readonly LogEntry[];
}

/** Everything that a plan of what was read can hold. */
const planned = changeActions.filter(
  (action): action is Exclude<ChangeAction, "grant"> => action !== "grant",
);

/** Makes the world, lives through day one, and plans day two. */
export async function prepare(): Promise<Prepared> {
  const folder = await mkdtemp(join(tmpdir(), "rollcall-scene-"));
  const ledgerFile = join(folder, "ledger.db");
  await using stage = await raise(folder);
  const { sandbox } = stage;
  const session = await sessionOn(sandbox, folder);
  let plan: Plan;
  try {
    await session.apply((await session.plan()).plan);
    sandbox.advance();
    plan = (await session.plan()).plan;
  } finally {
    await session.close();
  }
  const kept = oneOfEach(plan);
  const without = new Set(plan.changes.flatMap(({ id }) => (kept.has(id) ? [] : [id])));
  assert.deepEqual(plan.blocked, []);
  return {
    without,
    planAt: (url) => {
      const moved = { ...plan, target: { ...plan.target, url } };
      return { ...moved, id: digestPlan(moved) };
    },
    open: () => openScene(ledgerFile),
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  };
}

function oneOfEach({ changes }: Plan): ReadonlySet<string> {
  const revocation = changes.find(({ action }) => action === "revoke") ?? assert.fail();
  const kept = new Set([revocation.id, ...revocation.requires]);
  for (const action of planned) {
    const first = changes.find((change) => change.action === action) ?? assert.fail(action);
    if (!changes.some(({ id, action: other }) => kept.has(id) && other === action)) kept.add(first.id);
  }
  assert.equal(kept.size, planned.length);
  return kept;
}

/** A sandbox on day one, in which who will leave was given a permission, and a configuration for it. */
async function raise(
  folder: string,
): Promise<{ readonly sandbox: Sandbox; readonly permissions: Scene["permissions"] } & AsyncDisposable> {
  const sandbox = await startSandbox({ users: 1, at: "baseline" });
  await writeFile(join(folder, "rollcall.jsonc"), withLeavers(sampleConfiguration(sandbox.endpoints)));
  const { url, token } = sandbox.endpoints.agave;
  const ask = async (path: string, body?: object) => {
    const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
    const answer = await fetch(`${url}${path}`, {
      headers,
      ...(body && { method: "POST", body: JSON.stringify(body) }),
    });
    assert.ok(answer.ok, `${path}: ${answer.status}`);
    return ((await answer.json()) as { readonly result: unknown }).result;
  };
  const [leaver] = sandbox
    .truth()
    .people.flatMap(({ kind, accounts }) => (kind === "leaver" ? accounts.agave : []));
  const [actor] = (await ask("/actors/v2")) as readonly { readonly id: string }[];
  const permissions = `/actors/v2/${actor?.id}/permissions`;
  await ask(permissions, { user: leaver, level: "EXECUTE" });
  return {
    sandbox,
    permissions: () => ask(permissions),
    [Symbol.asyncDispose]: () => sandbox.close(),
  };
}

async function openScene(ledgerFile: string): Promise<Scene> {
  const folder = await mkdtemp(join(tmpdir(), "rollcall-scene-"));
  const own = join(folder, "ledger.db");
  await cp(ledgerFile, own);
  const { sandbox, permissions } = await raise(folder);
  sandbox.advance();
  const session = await sessionOn(sandbox, folder);
  const ledger = openLedger(own);
  const earlier = sandbox.log().length;
  const target = session.directory("odm");
  const { policy } = session.configuration;
  assert.ok(policy && isWritable(target));
  const { client, settings } = session.operations("tacc");
  return {
    sandbox,
    permissions,
    writes: () =>
      sandbox
        .log()
        .slice(earlier)
        .filter(({ method, path }) => method !== "GET" && !path.endsWith("/token")),
    place: {
      policy,
      target,
      ledger,
      access: [new AgaveAccess(client.caller, settings)],
      now: () => new Date(),
    },
    async [Symbol.asyncDispose]() {
      ledger.close();
      await session.close();
      await sandbox.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
