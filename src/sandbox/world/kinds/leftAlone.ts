import { partnerDomains } from "../maker.ts";
import type { Accounts } from "../records.ts";
import { makePair, nothing } from "./agreeing.ts";
import type { Kind } from "./kind.ts";
import { always, inStep, outcome } from "./outcomes.ts";

const ambiguous = outcome("ambiguous", "report");
const protectedAccount = outcome("protected", "ignore");
const outOfScope = outcome("outOfScope", "ignore");
const unassigned = outcome("unassigned", "report");

const same = (accounts: Accounts) => ({ baseline: accounts, now: accounts });

/** People whom a reconciler leaves as they are, and reports or ignores. */
export const leftAlone = {
  twoAgave: {
    share: 0.005,
    make(maker) {
      const identity = maker.identity();
      const profiles = [1, 2].map(() => maker.agave(identity, { username: maker.otherLogin(identity) }));
      return { baseline: nothing, now: { ...makePair(maker, identity), agave: profiles } };
    },
    expect: (now) => always(now, ambiguous),
  },
  twoTargets: {
    share: 0.005,
    make(maker) {
      const identity = maker.identity({ spelling: "ascii" });
      const lower = maker.odm(identity);
      const upper = maker.odm(identity, {
        userName: maker.otherLogin(identity),
        email: identity.email.replace(/^.*(?=@)/, (local) => local.toUpperCase()),
      });
      return {
        baseline: nothing,
        now: { odm: [lower, upper], astakos: [maker.astakos(identity)], agave: [] },
      };
    },
    expect: (now) => always(now, ambiguous),
  },
  secondAccount: {
    share: 0.005,
    make(maker) {
      const identity = maker.identity();
      const pair = makePair(maker, identity);
      const moved = pair.astakos.map((user) => ({ ...user, displayname: maker.otherEmail(identity) }));
      return { baseline: pair, now: { ...pair, astakos: [...moved, maker.astakos(identity)] } };
    },
    expect({ odm, astakos }) {
      return [
        ...inStep({ odm, astakos: astakos.slice(0, 1), agave: [] }),
        ...always({ ...nothing, astakos: astakos.slice(1) }, outcome("alreadyLinked", "report")),
      ];
    },
  },
  serviceAccount: {
    share: 0.005,
    make(maker) {
      const identity = maker.serviceIdentity();
      return same({
        odm: [maker.odm(identity, { externalId: maker.random.uuid() })],
        astakos: [maker.astakos(identity)],
        agave: [],
      });
    },
    expect: (now) => always(now, protectedAccount),
    atBaseline: protectedAccount,
  },
  partner: {
    share: 0.01,
    make(maker) {
      const identity = maker.identity({ domain: maker.random.pick(partnerDomains) });
      const displayName = `${identity.firstName} ${identity.otherLastName}`;
      const user = maker.odm(identity, { externalId: maker.random.uuid(), displayName });
      return same({ odm: [user], astakos: [maker.astakos(identity)], agave: [] });
    },
    expect: (now) => always(now, outOfScope),
    atBaseline: outOfScope,
  },
  partnerAbsent: {
    share: 0.005,
    make(maker) {
      const identity = maker.identity({ domain: maker.random.pick(partnerDomains) });
      return { baseline: nothing, now: { ...nothing, astakos: [maker.astakos(identity)] } };
    },
    expect: (now) => always(now, outOfScope),
  },
  unassigned: {
    share: 0.01,
    make: (maker) => same({ ...nothing, odm: [maker.odm(maker.identity())] }),
    expect: (now) => always(now, unassigned),
    atBaseline: unassigned,
  },
} satisfies Record<string, Kind>;
