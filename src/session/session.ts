import type { Configuration } from "../config/configuration.ts";
import { loadConfiguration } from "../config/load.ts";
import { ConfigurationError } from "../config/problem.ts";
import { isWritable } from "../identity/directory.ts";
import { makePlan } from "../identity/make-plan.ts";
import type { Policy } from "../identity/policy.ts";
import { type Ledger, openLedger } from "../ledger/ledger.ts";
import { ledgerFileFor } from "../ledger/location.ts";
import { applyPlan, resumeRun } from "../reconcile/apply.ts";
import { historyOf } from "../reconcile/history.ts";
import type { OperationOptions } from "../reconcile/progress.ts";
import { readWorld, type Workplace } from "../reconcile/read.ts";
import { summarise } from "../reconcile/recall.ts";
import { refusalsOf } from "../reconcile/refusals.ts";
import { sessionAccounts } from "./accounts.ts";
import { Connections } from "./connections.ts";
import { concerns } from "./explain.ts";
import { changesOf } from "./person.ts";
import { probe } from "./probe/probe.ts";
import type { LinkedAccount, Planning, Session, SessionOptions } from "./types.ts";

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

  const plan = async (operation: OperationOptions & { readonly after?: string } = {}): Promise<Planning> => {
    const workplace = place();
    const world = await readWorld(workplace, operation);
    operation.signal?.throwIfAborted();
    operation.onProgress?.({ stage: "plan", done: 0 });
    return makePlan(world, workplace.policy);
  };

  return {
    configuration,
    ...sessionAccounts(configuration, connections, ledger),
    directory: (connection) => connections.open(connection),
    operations: (connection) => connections.openOperations(connection),
    agaveOAuth: (connection) => connections.openOAuth(connection),
    probe: async (connection, operation) => probe(connections, connection, operation?.signal),
    plan,
    check: plan,
    apply: async (approved, operation) => applyPlan(place(), approved, operation),
    resume: async (operation) => resumeRun(place(), operation),
    runs: () => summarise(ledger().journal),
    explain: async (key, operation) =>
      (await plan(operation)).judgements.filter((judgement) => concerns(judgement, key)),
    person: async (key, operation) => {
      const { plan: made, judgements } = await plan(operation);
      return judgements
        .filter((judgement) => concerns(judgement, key))
        .map((judgement) => ({
          judgement,
          changes: changesOf(made, judgement),
          history: historyOf(ledger().journal, [
            ...judgement.targets,
            ...judgement.sources,
            ...judgement.links,
          ]),
        }));
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
): Workplace & { readonly ledger: Ledger } {
  const policy = policyOf(configuration);
  return {
    policy,
    target: connections.open(policy.target),
    sources: policy.sources.map((source) => connections.open(source)),
    memory: ledger.memory,
    ledger,
    now: () => new Date(),
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
