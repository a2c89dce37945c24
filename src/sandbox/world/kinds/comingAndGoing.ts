import { type Accounts, fullName } from "../records.ts";
import { makePair, makeTrio, nothing, type Trio } from "./agreeing.ts";
import { edited } from "./differing.ts";
import type { Expectation, Kind } from "./kind.ts";
import { always, createdFrom, first, outcome } from "./outcomes.ts";

const create = (now: Accounts) => outcome("absent", "create", createdFrom(now));

/** ODM hides the user, so only a reconciler that remembers it can tell that it is there. */
function wake(now: Accounts, set: Record<string, string>): readonly Expectation[] {
  return [
    {
      accounts: now,
      memory: outcome("dormant", "reactivate", { active: true, ...set }),
      withoutMemory: create(now),
    },
  ];
}

const hidden = ({ user, accounts }: Trio): Accounts => ({
  ...accounts,
  odm: [edited(user, { active: false })],
});

/** People whose ODM user is to be created, woken or deactivated. */
export const comingAndGoing = {
  absent: {
    share: 0.025,
    make: (maker) => ({ baseline: nothing, now: { ...makeTrio(maker).accounts, odm: [] } }),
    expect: (now) => always(now, create(now)),
  },
  absentNoAgave: {
    share: 0.015,
    make: (maker) => ({ baseline: nothing, now: { ...makePair(maker), odm: [] } }),
    expect: (now) => always(now, create(now)),
  },
  dormant: {
    share: 0.02,
    make(maker) {
      const trio = makeTrio(maker);
      return { baseline: trio.accounts, now: hidden(trio) };
    },
    expect: (now) => wake(now, {}),
  },
  dormantRenamed: {
    share: 0.008,
    make(maker) {
      const trio = makeTrio(maker);
      const renamed = { ...trio.profile, lastName: trio.identity.otherLastName };
      return { baseline: trio.accounts, now: { ...hidden(trio), agave: [renamed] } };
    },
    expect: (now) => wake(now, { displayName: fullName(first(now.agave)) }),
  },
  leaver: {
    share: 0.012,
    make(maker) {
      const { user, accounts } = makeTrio(maker);
      return { baseline: accounts, now: { odm: [user], astakos: [], agave: [] } };
    },
    expect: (now) => [
      {
        accounts: now,
        memory: outcome("sourceMissing", "deactivate", { active: false }),
        withoutMemory: outcome("unassigned", "report"),
      },
    ],
  },
  gone: {
    share: 0.01,
    make(maker) {
      const trio = makeTrio(maker);
      return { baseline: trio.accounts, now: { ...hidden(trio), astakos: [], agave: [] } };
    },
    expect: () => [],
  },
} satisfies Record<string, Kind>;
