import { foldString } from "../filter/fold.ts";
import type { Account } from "../identity/account.ts";
import type { Judgement } from "../identity/judgement.ts";

/** Whether a judgement is about an account that carries the key: an id, user name, external id or e-mail, compared folded. */
export function concerns({ targets, sources }: Judgement, key: string): boolean {
  const wanted = foldString(key.trim());
  return [...targets, ...sources].some((account) =>
    keysOf(account).some((each) => foldString(each) === wanted),
  );
}

function keysOf({ id, userName, externalId, emails }: Account): readonly string[] {
  return [id, userName, externalId, ...emails].filter((key) => key !== undefined);
}
