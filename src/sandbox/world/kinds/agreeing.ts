import type { Identity, Maker } from "../maker.ts";
import type { Accounts, AgaveProfile, AstakosUser, OdmUser } from "../records.ts";
import type { Kind } from "./kind.ts";
import { always, inStep, outcome } from "./outcomes.ts";

/** A person with one account on each platform, all three in step. */
export interface Trio {
  readonly identity: Identity;
  readonly user: OdmUser;
  readonly astakos: AstakosUser;
  readonly profile: AgaveProfile;
  readonly accounts: Accounts;
}

/** Nobody. */
export const nothing: Accounts = { odm: [], astakos: [], agave: [] };

/** Makes somebody who has all three accounts in step; `over` is how the ODM user differs without being out of step. */
export function makeTrio(
  maker: Maker,
  identity: Identity = maker.identity(),
  over: Partial<OdmUser> = {},
): Trio {
  const astakos = maker.astakos(identity);
  const profile = maker.agave(identity);
  const user = maker.odm(identity, { externalId: astakos.uuid, ...over });
  return {
    identity,
    user,
    astakos,
    profile,
    accounts: { odm: [user], astakos: [astakos], agave: [profile] },
  };
}

/** Makes somebody who has no Agave profile, in step. */
export function makePair(maker: Maker, identity: Identity = maker.identity()): Accounts {
  const astakos = maker.astakos(identity);
  return { odm: [maker.odm(identity, { externalId: astakos.uuid })], astakos: [astakos], agave: [] };
}

const same = (accounts: Accounts) => ({ baseline: accounts, now: accounts });

/** People for whom nothing has to be done. */
export const agreeing = {
  inStep: { share: 0.555, make: (maker) => same(makeTrio(maker).accounts), expect: inStep },
  inStepNoAgave: { share: 0.1, make: (maker) => same(makePair(maker)), expect: inStep },
  joinedBoth: {
    share: 0.03,
    make: (maker) => ({ baseline: nothing, now: makeTrio(maker).accounts }),
    expect: (now) => always(now, outcome("found", "none")),
  },
  mailChanged: {
    share: 0.015,
    make(maker) {
      const { identity, astakos, accounts } = makeTrio(maker);
      const moved = { ...astakos, displayname: maker.otherEmail(identity) };
      return { baseline: accounts, now: { ...accounts, astakos: [moved] } };
    },
    expect: inStep,
  },
  lostAstakos: {
    share: 0.015,
    make(maker) {
      const { accounts } = makeTrio(maker);
      return { baseline: accounts, now: { ...accounts, astakos: [] } };
    },
    expect: inStep,
  },
} satisfies Record<string, Kind>;
