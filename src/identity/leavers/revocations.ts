import type { AccessReading, Grant } from "../access.ts";
import { changeIdOf } from "../change-id.ts";
import type { Change } from "../plan.ts";
import { accountKey, type Leaving } from "./leaving.ts";
import type { LeaversPolicy } from "./policy.ts";

/**
 * One change for each permission of those who leave. It requires the deactivation that `changes` hold of the same person, and
 * what the signed-in user may do is left alone.
 */
export function revocationsFor(
  leaving: readonly Leaving[],
  readings: readonly AccessReading[],
  { revoke }: LeaversPolicy,
  changes: readonly Change[],
): readonly Change[] {
  const deactivations = new Map(
    changes.filter(({ action }) => action === "deactivate").map((change) => [change.target.id, change.id]),
  );
  const owners = new Map(
    leaving.flatMap((leaver) => leaver.accounts.map((account) => [accountKey(account), leaver] as const)),
  );
  return readings.flatMap(({ self, grants }) =>
    grants.flatMap((grant): readonly Change[] => {
      const { connection, account, kind } = grant;
      const leaver = owners.get(accountKey({ connection, id: account }));
      if (leaver === undefined || !revoke.includes(kind)) return [];
      if (accountKey({ connection, id: account }) === accountKey({ connection, id: self })) return [];
      return [revocation(leaver, grant, deactivations.get(leaver.person.target?.id ?? null))];
    }),
  );
}

function revocation(leaver: Leaving, grant: Grant, deactivation: string | undefined): Change {
  const { connection, account, kind, label, permission } = grant;
  const action = "revoke";
  const target = { connection, id: account };
  const set = { [`${kind} ${label}`]: { from: permission, to: null } };
  const evidence = leaver.accounts.find((own) => accountKey(own) === accountKey(target))?.evidence;
  return {
    id: changeIdOf({ action, target, set, grant }),
    action,
    person: leaver.judgement.person,
    target,
    situation: leaver.judgement.situation,
    rule: "leavers.revoke",
    why: `${leaver.why} ${connection} ${account} is theirs (${evidence}) and has ${permission} on the ${kind} ${label}.`,
    set,
    links: [],
    grant,
    requires: deactivation === undefined ? [] : [deactivation],
  };
}
