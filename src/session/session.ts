import type { Configuration } from "../config/configuration.ts";
import { loadConfiguration } from "../config/load.ts";
import { ConfigurationError } from "../config/problem.ts";
import { changesConcerning } from "../identity/concerning.ts";
import { isWritable } from "../identity/directory.ts";
import { digestPolicy, makePlan } from "../identity/make-plan.ts";
import type { Change } from "../identity/plan.ts";
import type { Policy } from "../identity/policy.ts";
import { type Snapshot, snapshotOf } from "../identity/snapshot.ts";
import type { World } from "../identity/world.ts";
import type { Journal } from "../ledger/journal.ts";
import { type Ledger, openLedger } from "../ledger/ledger.ts";
import { ledgerFileFor } from "../ledger/location.ts";
import { type ApplyPlace, applyPlan, resumeRun } from "../reconcile/apply.ts";
import { historyOf } from "../reconcile/history.ts";
import { keepValues, releaseValues } from "../reconcile/keep.ts";
import { estimateChanges } from "../reconcile/pace.ts";
import type { OperationOptions } from "../reconcile/progress.ts";
import { readWorld, type Workplace } from "../reconcile/read.ts";
import { findRun, recall, summarise } from "../reconcile/recall.ts";
import { refusalsOf } from "../reconcile/refusals.ts";
import { RefusedPlan } from "../reconcile/refused.ts";
import { fitSnapshot } from "../reconcile/snapshot/fit.ts";
import { planUndo } from "../reconcile/undo.ts";
import { sessionAccounts } from "./accounts.ts";
import { Connections } from "./connections.ts";
import { concerns } from "./explain.ts";
import { leaverPlaces } from "./leavers.ts";
import { probe } from "./probe/probe.ts";
import type { LinkedAccount, Planning, RecordedReport, Session, SessionOptions } from "./types.ts";
import { whoIsHere } from "./who.ts";

/**
 * Opens a session on a configuration file. Nothing is sent before it is asked for something.
 * Rejects with a ConfigurationError where the file cannot be used.
 */
export async function openSession(options: SessionOptions): Promise<Session> {
  const configuration = await loadConfiguration(options.configurationFile);
  const connections = new Connections(configuration, options);
  let opened: Ledger | undefined;
  const ledger = () => {
    opened ??= openLedger(options.ledgerFile ?? ledgerFileFor(configuration.file));
    return opened;
  };
  const place = () => workplaceOf(configuration, connections, ledger());

  const planned = (world: World): Planning => ({ ...makePlan(world, policyOf(configuration)), world });

  const plan = async (operation: OperationOptions & { readonly after?: string } = {}): Promise<Planning> => {
    const world = await readWorld(place(), operation);
    operation.signal?.throwIfAborted();
    operation.onProgress?.({ stage: "plan", done: 0 });
    return planned(world);
  };

  const planFrom = (snapshot: Snapshot): Planning => planned(fitSnapshot(snapshot, policyOf(configuration)));

  return {
    configuration,
    ...sessionAccounts(configuration, connections, ledger),
    directory: (connection) => connections.open(connection),
    operations: (connection) => connections.openOperations(connection),
    agaveOAuth: (connection) => connections.openOAuth(connection),
    probe: async (connection, operation) => probe(connections, connection, operation?.signal),
    plan,
    check: plan,
    snapshot: async (operation) => snapshotOf(await readWorld(place(), operation)),
    planFrom,
    replan: (planning) => {
      const policy = policyOf(configuration);
      if (planning.plan.policy === digestPolicy(policy)) return planning;
      return planned(planning.world);
    },
    keep: (planning, values) => planned(keepValues(place(), planning, values)),
    release: (planning, values) => planned(releaseValues(place(), planning, values)),
    estimate: async (changes) => {
      await measure(connections, changes);
      return estimateChanges(changes, connections.pace, (name) => configuration.connections[name] ?? {});
    },
    apply: async (approved, operation) => applyPlan(place(), approved, operation),
    resume: async (operation) => resumeRun(place(), operation),
    undo: async (run) => planUndo(place(), run),
    runs: (wanted = {}) => summarise(ledger().journal, wanted),
    countRuns: () => ledger().journal.countChanging(),
    explain: async (key, { from, ...operation } = {}) => {
      const { judgements } = from ? planFrom(from) : await plan(operation);
      return judgements.filter((judgement) => concerns(judgement, key));
    },
    report: (run) => reportOf(ledger().journal, run),
    audit: () => ledger().audit,
    person: async (key, operation) => {
      const { plan: made, judgements } = await plan(operation);
      return judgements
        .filter((judgement) => concerns(judgement, key))
        .map((judgement) => {
          const accounts = [...judgement.targets, ...judgement.sources, ...judgement.links];
          return {
            judgement,
            changes: changesConcerning(made.changes, accounts),
            history: historyOf(ledger().journal, accounts),
          };
        });
    },
    refusals: (approved) => {
      const { target, policy } = place();
      if (!isWritable(target)) return [];
      return refusalsOf(approved, target, policy, ledger().journal);
    },
    linkedAccounts: async (targetId, operation) => linkedAccounts(place(), targetId, operation),
    close: async () => {
      await connections.close();
      opened?.close();
    },
  };
}

function workplaceOf(
  configuration: Configuration,
  connections: Connections,
  ledger: Ledger,
): Workplace & ApplyPlace {
  const policy = policyOf(configuration);
  const by = whoIsHere();
  return {
    policy,
    target: connections.open(policy.target),
    sources: policy.sources.map((source) => connections.open(source)),
    ...(policy.leavers && leaverPlaces(policy.leavers, connections)),
    memory: ledger.memory,
    ledger,
    now: () => new Date(),
    ...(by !== undefined && { by }),
  };
}

/** Asks each directory that has not been asked anything yet for one account. One that does not answer is not measured. */
async function measure(connections: Connections, changes: readonly Change[]): Promise<void> {
  for (const name of new Set(changes.map(({ target }) => target.connection))) {
    if (connections.pace.latency(name) !== undefined) continue;
    const directory = connections.open(name);
    if (directory.abilities.enumerates !== "none") await directory.page({ count: 1 }).catch(() => undefined);
  }
}

function reportOf(journal: Journal, start: string | undefined): RecordedReport {
  const { id } = findRun(journal, start);
  const recorded = journal.planOf(id);
  if (!recorded) throw new RefusedPlan("noSuchRun", `Nothing is recorded of run ${id}.`);
  const { plan, without } = recorded;
  return {
    report: recall(journal, id),
    plan,
    leftOut: plan.changes.filter((change) => without.has(change.id)),
  };
}

function linkedAccounts(
  { memory, target, sources }: Workplace,
  targetId: string,
  options: { readonly signal?: AbortSignal } = {},
): Promise<readonly LinkedAccount[]> {
  const links = memory.links(target.connection).filter((link) => link.targetId === targetId);
  return Promise.all(
    links.map(async ({ connection, id, evidence }): Promise<LinkedAccount> => {
      const account = await sources.find((source) => source.connection === connection)?.get(id, options);
      return { link: { connection, id, evidence }, ...(account && { account }) };
    }),
  );
}

function policyOf({ policy, file }: Configuration): Policy {
  if (policy) return policy;
  const message =
    'There is no "reconcile" section, so nothing can be compared. Add one that names a target, its sources and how accounts match.';
  throw new ConfigurationError(file, [
    { code: "missing", message, offset: 0, length: 0, line: 1, column: 1, excerpt: "" },
  ]);
}
