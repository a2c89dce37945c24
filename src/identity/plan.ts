import type { Grant } from "./access.ts";
import type { AttributeValue } from "./account.ts";
import type { Leaver, PlanAccess } from "./leavers/leaver.ts";
import type { DriftPolicy } from "./policy.ts";
import type { ChangeAction, Situation } from "./situation.ts";
import type { SnapshotRef } from "./snapshot.ts";
import type { Undo } from "./undo.ts";

/** Version of the plan file's shape. */
export const planVersion = 1;

/** A value before and after. `from` is `null` where the attribute is unassigned; `to` is `null` where it is cleared. */
export interface ValueChange {
  readonly from: AttributeValue;
  readonly to: AttributeValue;
  /** Which side has moved since both last agreed. Absent where that is not known. */
  readonly origin?: Origin;
}

/** Which side of a difference has moved since source and target last agreed. */
export type Origin = "sourceChanged" | "targetDrifted" | "bothChanged";

/** One change to one account of the target, or to a permission of an account of a source. */
export interface Change {
  /** Digest of what the change does; the same change has the same id in every plan. */
  readonly id: string;
  readonly action: ChangeAction;
  /** How a person reads who this is about. */
  readonly person: string;
  readonly target: { readonly connection: string; readonly id: string | null };
  readonly situation: Situation;
  /** The rule of the configuration that led here, for example `situations.absent`. */
  readonly rule: string;
  /** The reason in one sentence, with the evidence. */
  readonly why: string;
  readonly set: Readonly<Record<string, ValueChange>>;
  /** The accounts that belong to the person, and are remembered as linked once the change has landed. */
  readonly links: readonly LinkRef[];
  /** The permission that is withdrawn (`revoke`) or given back (`grant`). */
  readonly grant?: Grant;
  /** Ids of changes without which this one makes no sense: it is skipped where one of them is left out or does not land. */
  readonly requires: readonly string[];
  /** The policy leaves it to a person: the change is left out unless it is taken in by its id. */
  readonly ask?: true;
  /** How much of it can be taken back once it has landed; all of it where this is absent. */
  readonly undo?: Undo;
}

/** A source account that belongs to a person, with the evidence. */
export interface LinkRef {
  readonly connection: string;
  readonly id: string;
  readonly evidence: string;
}

/** Accounts found to belong together where nothing has to change. Remembered when the plan is applied; nothing is sent. */
export interface NewLink {
  readonly person: string;
  readonly targetId: string;
  readonly links: readonly LinkRef[];
}

/** A change that the situation called for and that was not made, and why. */
export interface Withheld {
  readonly person: string;
  readonly target: { readonly connection: string; readonly id: string | null };
  readonly situation: Situation;
  readonly action: ChangeAction;
  /** `grace`: missing, but not for long enough yet. `incomplete`: a view was not proven complete. */
  readonly reason: "grace" | "incomplete";
  readonly why: string;
  /** How the wait stands, where the reason is `grace`. */
  readonly grace?: GraceWait;
}

/** How long somebody who is missing from the sources still waits before the policy acts. */
export interface GraceWait {
  /** ISO 8601 instant of the first completed run that has seen it so. Absent where none has. */
  readonly since?: string;
  /** Completed runs that have seen it so. */
  readonly runs: number;
  /** What is still missing: so many more completed runs, an instant to come, or so many days after the first run that sees it so. */
  readonly due: { readonly runs: number } | { readonly at: string } | { readonly days: number };
}

/**
 * What an account of the target has and its sources give alike, where that was not known yet. Remembered when the plan is applied;
 * nothing is sent.
 */
export interface NewAgreement {
  readonly targetId: string;
  /** By attribute. */
  readonly values: Readonly<Record<string, AttributeValue>>;
}

/** A value of the target that differs from its source and is left as it is, because the policy or a person says so. */
export interface Drift {
  readonly person: string;
  readonly target: { readonly connection: string; readonly id: string };
  readonly attribute: string;
  /** What the target had when both were last settled. */
  readonly agreed: AttributeValue;
  /** What the source gives now. */
  readonly source: AttributeValue;
  /** What the target has now. */
  readonly value: AttributeValue;
  /** Absent where neither side has moved since a person has chosen to keep the target's value. */
  readonly origin?: Origin;
  /** What the rule does about drift. */
  readonly policy: DriftPolicy;
  readonly why: string;
}

/** Someone the policy says to report: nothing is changed. */
export interface Report {
  readonly person: string;
  readonly target: { readonly connection: string; readonly id: string | null };
  readonly situation: Situation;
  readonly why: string;
}

/** Accounts that could belong together in more than one way. A person decides; nothing is guessed. */
export interface Dispute {
  readonly id: string;
  readonly why: string;
  /** The match rule that could not decide. */
  readonly rule: string;
  readonly candidates: readonly {
    readonly connection: string;
    readonly id: string;
    readonly label: string;
  }[];
}

/** Two accounts that look like one person's and that nothing links. Never acted on: a person may pin them to each other. */
export interface Suggestion {
  readonly person: string;
  readonly target: { readonly connection: string; readonly id: string; readonly label: string };
  readonly source: { readonly connection: string; readonly id: string; readonly label: string };
  /** From 0 to 1, to two decimals. */
  readonly score: number;
  /** What is alike, in words. */
  readonly why: string;
}

/** A limit that the plan exceeds. A plan with any of these is not applied, unless it is allowed by its id. */
export interface Blocked {
  readonly action: ChangeAction;
  /** Name of the limit, where it holds for some accounts only. */
  readonly scope?: string;
  readonly planned: number;
  readonly allowed: number;
  readonly why: string;
}

/** What an undo cannot take back, and why. */
export interface Lasting {
  /** Id of the change, in the plan of the run that is undone. */
  readonly change: string;
  readonly action: ChangeAction;
  readonly person: string;
  readonly target: { readonly connection: string; readonly id: string | null };
  readonly why: string;
}

export interface PlanSource {
  readonly connection: string;
  readonly accounts: number;
  readonly complete: boolean;
  /** Digest of everything that was read from this connection, independent of the order in which it arrived. */
  readonly digest: string;
  readonly notes: readonly string[];
}

/** A plan: a document. The same inputs give the same bytes. */
export interface Plan {
  readonly version: typeof planVersion;
  /** Digest of all else in the document. */
  readonly id: string;
  readonly target: { readonly connection: string; readonly url: string };
  /** Digest of the policy that it was made by. */
  readonly policy: string;
  /** The snapshot that it was made from. Such a plan is for looking at: it is not applied. */
  readonly snapshot?: SnapshotRef;
  /** Every directory that was read, the target first; of an undo those that the plan of the undone run was made from. */
  readonly sources: readonly PlanSource[];
  /** How many people are in each situation. */
  readonly situations: Readonly<Partial<Record<Situation, number>>>;
  /** Ordered as they will be applied: by action as in `changeActions`, and by person within each. */
  readonly changes: readonly Change[];
  readonly links: readonly NewLink[];
  readonly agreed: readonly NewAgreement[];
  /** Differences that are left as they are. */
  readonly drifts: readonly Drift[];
  readonly withheld: readonly Withheld[];
  readonly reports: readonly Report[];
  readonly disputes: readonly Dispute[];
  /** The best first. They change nothing of the plan. */
  readonly suggestions: readonly Suggestion[];
  readonly blocked: readonly Blocked[];
  /** The run that this plan takes back. Absent where it was made from what was read. */
  readonly undoes?: string;
  /** What stays of that run, whatever is applied. */
  readonly lasting?: readonly Lasting[];
  /** Those who leave, with what a person has to decide about. Absent where the policy does not ask for it, and so is `access`. */
  readonly leavers?: readonly Leaver[];
  /** Every reading of what they may do. */
  readonly access?: readonly PlanAccess[];
}
