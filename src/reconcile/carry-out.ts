import { setTimeout as sleep } from "node:timers/promises";
import type { Account } from "../identity/account.ts";
import { isDirectoryFailure } from "../identity/directory.ts";
import type { Change } from "../identity/plan.ts";
import type { Executor } from "./executors.ts";
import type { Outcome } from "./report.ts";

/** What is said of a change that was not sent because nothing was left to do. */
export const alreadySo = "It is so already.";

/** How often a write whose answer was lost is looked at again and, where it did not land, repeated. */
const maximumAttempts = 4;
/** Milliseconds before the first look after a lost answer; doubled each time. */
const firstPause = 250;

/** Failures that every further change would meet as well. */
const fatalKinds: ReadonlySet<string> = new Set(["unauthorised", "forbidden"]);

/** How a change ended, and the account as the server holds it now, where it is known. */
export interface CarriedOut extends Pick<Outcome, "result" | "why"> {
  readonly account?: Account;
  /** Every further change would fail for the same reason. */
  readonly fatal?: boolean;
  /** The server says that the account does not exist. */
  readonly gone?: boolean;
}

export interface CarryOutContext {
  readonly executor: Executor;
  /** Whether an interrupted run may have sent this change already. */
  readonly inDoubt: boolean;
  /** Writes the intent to the journal; called right before the change is sent. */
  readonly intend: () => void;
}

/**
 * Carries out one change: reads again what it touches, leaves it alone where it is no longer as planned, writes the intent,
 * sends it, and where the answer was lost looks whether it landed before it is sent again. Never rejects with a DirectoryFailure.
 */
export async function carryOut(change: Change, context: CarryOutContext): Promise<CarriedOut> {
  try {
    const before = await context.executor.assess(change);
    if (before.state === "asPlanned") {
      context.intend();
      return await send(change, context, 1);
    }
    const account = before.account ? { account: before.account } : {};
    if (context.inDoubt && (before.state === "landed" || change.action === "create")) {
      return { result: "succeeded", why: "It had landed before the interruption.", ...account };
    }
    return before.state === "landed"
      ? { result: "skipped", why: alreadySo, ...account }
      : { result: "skipped", why: before.why };
  } catch (error) {
    return failure(error, change);
  }
}

async function send(change: Change, context: CarryOutContext, attempt: number): Promise<CarriedOut> {
  try {
    const account = await context.executor.write(change);
    return { result: "succeeded", ...(account && { account }) };
  } catch (error) {
    if (!isDirectoryFailure(error) || error.landed === "no") return failure(error, change);
    return lookAfterLostAnswer(change, context, attempt, error);
  }
}

async function lookAfterLostAnswer(
  change: Change,
  context: CarryOutContext,
  attempt: number,
  lost: Error,
): Promise<CarriedOut> {
  await sleep(firstPause * 2 ** (attempt - 1));
  const after = await context.executor.assess(change);
  if (after.state === "landed") {
    return {
      result: "succeeded",
      why: "The answer was lost; reading again showed that it had landed.",
      ...(after.account && { account: after.account }),
    };
  }
  if (after.state === "changed") return { result: "failed", why: `${lost.message} ${after.why}` };
  if (attempt >= maximumAttempts) return { result: "failed", why: `${lost.message} It did not land.` };
  return send(change, context, attempt + 1);
}

/** A permission that is not ours to withdraw says nothing of the others, nor that the account is gone. */
function failure(error: unknown, change: Change): CarriedOut {
  if (!isDirectoryFailure(error)) throw error;
  const ofAccount = !change.grant;
  return {
    result: "failed",
    why: `${error.message} ${error.advice}`.trim(),
    fatal: ofAccount && fatalKinds.has(error.kind),
    gone: ofAccount && error.kind === "notFound",
  };
}
