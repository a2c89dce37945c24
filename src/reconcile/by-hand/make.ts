import { setTimeout as sleep } from "node:timers/promises";
import type { Account } from "../../identity/account.ts";
import { type AttributeSet, isDirectoryFailure, type WritableDirectory } from "../../identity/directory.ts";
import { emailsOf } from "../assess.ts";
import { hidesInactive } from "../remember.ts";
import { disagreements, type HandChange, type HandOutcome } from "./change.ts";
import { type Checked, checkByHand, type HandPlace } from "./check.ts";
import { existedBefore } from "./existed.ts";
import { LostAnswer } from "./refused.ts";

/** Milliseconds before each look after a lost answer. */
const pauses = [250, 500, 1000];

/**
 * Makes one change by hand: reads again what it touches, writes it once, and where the answer was lost looks whether it landed; it is
 * never sent again. What is learnt of the account is remembered. Rejects with RefusedChange, LostAnswer, or the DirectoryFailure.
 */
export async function makeByHand(
  change: HandChange,
  place: HandPlace<WritableDirectory>,
): Promise<HandOutcome> {
  const checked = await checkByHand(change, place);
  if (checked.done) {
    remember(change, checked, place);
    return { ...shownIn(checked), note: "It was so already; nothing was sent." };
  }
  const target = { connection: place.target.connection, id: change.id };
  const { action, set } = change;
  place.record?.({ event: "handIntent", change: { action, target, set } });
  const outcome = await send(change, place).catch((error: unknown) => {
    place.record?.({
      event: "handFailed",
      target,
      why: error instanceof Error ? error.message : String(error),
    });
    if (isDirectoryFailure(error) && error.kind === "notFound" && change.id !== null)
      place.memory.forgetAccount(place.target.connection, change.id);
    throw error;
  });
  const { account, note } = outcome;
  place.record?.({
    event: "handSucceeded",
    target: { ...target, id: account?.id ?? target.id },
    ...(note !== undefined && { why: note }),
  });
  remember(change, account ? outcome : checked, place);
  return outcome;
}

function shownIn({ account }: Checked): Pick<HandOutcome, "account"> {
  return account ? { account } : {};
}

async function send(change: HandChange, { target }: HandPlace<WritableDirectory>): Promise<HandOutcome> {
  try {
    const account = await write(change, target);
    if (account === undefined) return {};
    const woken = change.id === null && existedBefore(account);
    return {
      account,
      ...(woken && {
        note: `${target.connection} had this account already, hidden from Rollcall: it was changed to what you gave, and not made anew.`,
      }),
    };
  } catch (error) {
    if (!isDirectoryFailure(error) || error.landed === "no") throw error;
    return lookAfterLostAnswer(change, target, error);
  }
}

async function write(change: HandChange, target: WritableDirectory): Promise<Account | undefined> {
  const set: AttributeSet = Object.fromEntries(
    Object.entries(change.set).map(([name, { to }]) => [name, to]),
  );
  if (change.id === null) return target.create(set);
  if (change.action !== "deactivate") return target.update(change.id, set);
  await target.deactivate(change.id);
  return undefined;
}

async function lookAfterLostAnswer(
  change: HandChange,
  target: WritableDirectory,
  lost: Error,
): Promise<HandOutcome> {
  let wasRead = false;
  for (const pause of pauses) {
    await sleep(pause);
    try {
      const found = await landed(change, target);
      if (found)
        return { ...found, note: "The answer was lost; reading again showed that the change had landed." };
      wasRead = true;
    } catch (error) {
      if (!isDirectoryFailure(error)) throw error;
    }
  }
  const found = wasRead
    ? "Reading again shows that the change has not landed so far."
    : "Reading again failed as well, so that it is not known whether the change has landed.";
  throw new LostAnswer(`The answer was lost (${lost.message}). ${found} It was not sent again.`);
}

/** What the account looks like where a change has landed; undefined where it has not. */
async function landed(
  change: HandChange,
  target: WritableDirectory,
): Promise<Pick<HandOutcome, "account"> | undefined> {
  const account = await accountOf(change, target);
  if (account === undefined) return change.action === "deactivate" && hidesInactive(target) ? {} : undefined;
  return disagreements(change, account, "to").length === 0 ? { account } : undefined;
}

async function accountOf(change: HandChange, target: WritableDirectory): Promise<Account | undefined> {
  if (change.id !== null) return target.get(change.id);
  const { accounts } = await target.lookUp({ email: emailsOf(change) });
  return accounts.find((account) => disagreements(change, account, "to").length === 0) ?? accounts[0];
}

function remember({ action, id }: HandChange, { account }: Pick<Checked, "account">, place: HandPlace): void {
  const { target, memory } = place;
  if (account) memory.rememberAccounts([account]);
  const hidden = hidesInactive(target) && (action === "deactivate" || account?.active === false);
  const hiddenId = account?.id ?? id;
  if (hidden && hiddenId !== null) memory.noteHidden(target.connection, [hiddenId]);
}
