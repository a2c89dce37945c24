import type { Account } from "../../identity/account.ts";

/** Why a change by hand is not made. */
export type HandRefusal = "protected" | "changed" | "gone" | "taken" | "deactivated" | "unknown";

/** A change by hand that is refused before anything is written. The message says why and what to do instead. */
export class RefusedChange extends Error {
  override readonly name = "RefusedChange";
  readonly reason: HandRefusal;
  /** Who has the e-mail address or user name already. */
  readonly holder: Account | undefined;

  constructor(reason: HandRefusal, message: string, holder?: Account) {
    super(message);
    this.reason = reason;
    this.holder = holder;
  }
}

/** A change by hand whose answer was lost, and that had not landed when the account was read again. It was not sent again. */
export class LostAnswer extends Error {
  override readonly name = "LostAnswer";
  /** It may still land: see `Landed`. */
  readonly landed = "unknown";
}
