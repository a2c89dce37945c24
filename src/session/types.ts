import type { Configuration } from "../config/configuration.ts";
import type { Account } from "../identity/account.ts";
import type { Directory } from "../identity/directory.ts";
import type { Judgement } from "../identity/judgement.ts";
import type { ValueRef } from "../identity/keepable.ts";
import type { Change, LinkRef, Plan } from "../identity/plan.ts";
import type { Snapshot } from "../identity/snapshot.ts";
import type { World } from "../identity/world.ts";
import type { Audit } from "../ledger/audit.ts";
import type { RunsWanted } from "../ledger/journal.ts";
import type { AgaveOAuth } from "../platforms/agave/oauth.ts";
import type { AnyClient } from "../platforms/open.ts";
import type { Operation } from "../platforms/operation.ts";
import type { ConnectionSettings, SecretName, SecretSource } from "../platforms/settings.ts";
import type { Decisions } from "../reconcile/apply.ts";
import type { Estimate } from "../reconcile/pace.ts";
import type { OperationOptions } from "../reconcile/progress.ts";
import type { RefusedPlan } from "../reconcile/refused.ts";
import type { RunReport, RunSummary } from "../reconcile/report.ts";
import type { RunOptions } from "../reconcile/run.ts";
import type { SessionAccounts } from "./accounts.ts";
import type { PersonRecord } from "./person.ts";
import type { ProbeReport } from "./probe/finding.ts";

/** Where a session gets what differs between the editor and the command line. */
export interface SessionOptions {
  /** Absolute path of rollcall.jsonc. */
  readonly configurationFile: string;
  /** Secrets of one connection, bound to its origin. */
  readonly secrets: (connection: string, origin: string) => SecretSource;
  /** One sentence that says how to sign in to a connection in this face of Rollcall. */
  readonly howToSignIn: (connection: string, secret: SecretName) => string;
  /** Absolute path of the ledger; by default one for each configuration file under the user's state folder. */
  readonly ledgerFile?: string;
  /** Where requests go through; the environment's proxy by default. */
  readonly proxy?: { readonly url: string; readonly noProxy?: string };
  /** Called for every HTTP exchange, already redacted, for a log. */
  readonly onExchange?: (line: string) => void;
  /** Called when a connection was told to wait by its server. Seconds until it goes on. */
  readonly onWait?: (connection: string, seconds: number) => void;
}

/** An account that earlier runs linked to one of the target; without `account` where its platform does not show it any more. */
export interface LinkedAccount {
  readonly link: LinkRef;
  readonly account?: Account;
}

export interface Planning {
  readonly plan: Plan;
  readonly judgements: readonly Judgement[];
  /** All that the plan was made from. */
  readonly world: World;
}

/** A plan as it is reviewed: one from a file, or one that takes a run back, comes without what it was made from. */
export type ReviewedPlan = Pick<Planning, "plan" | "judgements"> & Partial<Pick<Planning, "world">>;

/** How a run goes on: progress, outcomes, pause. */
export type ResumeOptions = RunOptions;

/** What was decided about a plan, and how its run goes on. */
export type ApplyOptions = RunOptions & Decisions;

/** A run as its journal tells it, and the plan that it applied. */
export interface RecordedReport {
  readonly report: RunReport;
  readonly plan: Plan;
  /** The changes of the plan that the run leaves out. */
  readonly leftOut: readonly Change[];
}

/** A connection that is open for the operations of its platform. It is closed with the session. */
export interface OpenConnection {
  readonly settings: ConnectionSettings;
  readonly client: AnyClient;
  /** At the addresses of the connection's version. */
  readonly operations: readonly Operation[];
}

/**
 * All that a face of Rollcall needs for one configuration file.
 * Methods reject with ConfigurationError, PlatformError, FilterError, RefusedPlan, or an AbortError when cancelled.
 */
export interface Session extends SessionAccounts {
  readonly configuration: Configuration;
  /** The connection's directory, made on first use. Rejects for platforms that are not directories. */
  directory(connection: string): Directory;
  /** Opens a connection of any platform for its operations. Sends nothing yet. Throws where there is no such connection. */
  operations(connection: string): OpenConnection;
  /** For signing in to an Agave connection with a user name and a password. Throws where there is no such connection. */
  agaveOAuth(connection: string): AgaveOAuth;
  /** Finds out, by reads alone, what the server of a connection is and what may be done there. */
  probe(connection: string, options?: { readonly signal?: AbortSignal }): Promise<ProbeReport>;
  /** Reads every directory and makes the plan. Writes nothing to any platform. */
  plan(options?: OperationOptions): Promise<Planning>;
  /** Reads every directory and keeps what they hold. Writes nothing to any platform. */
  snapshot(options?: OperationOptions): Promise<Snapshot>;
  /** Makes the plan from a snapshot, under the policy as it is now. Reads nothing from any platform. Throws UnfitSnapshot. */
  planFrom(snapshot: Snapshot): Planning;
  /** Makes a plan again from what it was made from, under the policy as it is now. Reads nothing from any platform. */
  replan(planning: Planning): Planning;
  /**
   * Keeps values of the target although their sources say otherwise: they are not planned again until either side moves. Nothing is sent.
   * Answers the plan made again from what was read. Throws RefusedPlan.
   */
  keep(planning: Planning, values: readonly ValueRef[]): Planning;
  /** Takes back that values are kept, and answers the plan made again. Throws RefusedPlan. */
  release(planning: Planning, values: readonly ValueRef[]): Planning;
  /** Applies a plan that was reviewed. Refuses it whole where it was edited, is blocked, was applied, or another run is unfinished. */
  apply(plan: Plan, options?: ApplyOptions): Promise<RunReport>;
  /** Estimates what applying changes takes. Where their connection has not been asked anything yet, it is asked once. */
  estimate(changes: readonly Change[]): Promise<Estimate>;
  /** Plans again after a run, as of that run: with nothing left to do the plan has no changes. */
  check(options?: OperationOptions & { readonly after?: string }): Promise<Planning>;
  /** Finishes the run that was interrupted. */
  resume(options?: ResumeOptions): Promise<RunReport>;
  /**
   * Makes the plan that takes back the run whose id begins like this. Nothing is read from a platform; it is reviewed and applied as
   * any plan.
   */
  undo(run: string): Promise<Plan>;
  /** The run whose id begins like this, with its outcomes; the newest where that is not said. Throws RefusedPlan where there is none. */
  report(run?: string): RecordedReport;
  /** The record of all that was written by this configuration. */
  audit(): Pick<Audit, "entries" | "verify">;
  /** The newest first. */
  runs(wanted?: RunsWanted): readonly RunSummary[];
  /** How many runs there are that apply changes. */
  countRuns(): number;
  /** Everything known about who carries this key (an id, e-mail, userName, externalId or username, compared folded); `from`: as of a snapshot, without asking any server. */
  explain(
    key: string,
    options?: OperationOptions & { readonly from?: Snapshot },
  ): Promise<readonly Judgement[]>;
  /** The same people, each with what a plan made now would change of them, and what past runs did. */
  person(key: string, options?: OperationOptions): Promise<readonly PersonRecord[]>;
  /** Why a plan would not be applied as things stand; empty where it would be. Nothing is read from a platform. Throws ConfigurationError. */
  refusals(plan: Plan): readonly RefusedPlan[];
  /** The accounts that earlier runs linked to an account of the target, read now: one request for each. */
  linkedAccounts(
    targetId: string,
    options?: { readonly signal?: AbortSignal },
  ): Promise<readonly LinkedAccount[]>;
  close(): Promise<void>;
}
