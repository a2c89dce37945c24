import type { Account } from "../../identity/account.ts";
import type { Judgement } from "../../identity/judgement.ts";
import type { Plan } from "../../identity/plan.ts";
import type { RunReport, RunSummary } from "../../reconcile/report.ts";
import type { ProbeReport } from "../../session/probe/finding.ts";
import type { Resource } from "../resources/resource.ts";

/** What is at hand already when a document is opened, so that nothing has to be read for it. */
export interface Known {
  readonly account?: Account;
  /** The text of JSON lines. */
  readonly lines?: string;
  readonly judgements?: readonly Judgement[];
  /** The text of a comparison. */
  readonly difference?: string;
  readonly plan?: Plan;
  readonly probe?: ProbeReport;
  readonly resource?: Resource;
  readonly report?: RunReport | RunSummary;
}
