import type { AddressSpelling, Maker } from "../maker.ts";
import { changedAt, fullName, type OdmUser } from "../records.ts";
import { makeTrio, type Trio } from "./agreeing.ts";
import type { Kind, Life } from "./kind.ts";
import { first, update } from "./outcomes.ts";

/** The same ODM user with other values, modified between the two moments. */
export function edited(user: OdmUser, over: Partial<OdmUser>): OdmUser {
  return { ...user, ...over, lastModified: changedAt };
}

function cleared(user: OdmUser): OdmUser {
  const { externalId: _, ...rest } = edited(user, {});
  return rest;
}

const withClearedExternalId = ({ user, accounts }: Trio): Life => ({
  baseline: accounts,
  now: { ...accounts, odm: [cleared(user)] },
});

const capitalised = (email: string): string =>
  email.replace(/(^|\.)\p{Ll}(?=[^@]*@)/gu, (start) => start.toUpperCase());

const decomposed = (email: string): string => email.normalize("NFD");

/** A person whose address ODM spells differently from the others. */
function makeRespelt(maker: Maker, spelling: AddressSpelling, spell: (email: string) => string): Life {
  const identity = maker.identity({ spelling });
  return withClearedExternalId(makeTrio(maker, identity, { email: spell(identity.email) }));
}

/** People whose ODM user is to be updated. */
export const differing = {
  nameChanged: {
    share: 0.04,
    make(maker) {
      const { identity, profile, accounts } = makeTrio(maker);
      const renamed = { ...profile, lastName: identity.otherLastName };
      return { baseline: accounts, now: { ...accounts, agave: [renamed] } };
    },
    expect: (now) => update(now, { displayName: fullName(first(now.agave)) }),
  },
  externalIdMissing: {
    share: 0.03,
    make: (maker) => withClearedExternalId(makeTrio(maker)),
    expect: (now) => update(now, { externalId: first(now.astakos).uuid }),
  },
  externalIdWrong: {
    share: 0.015,
    make(maker) {
      const { user, accounts } = makeTrio(maker);
      const wrong = edited(user, { externalId: maker.random.uuid() });
      return { baseline: accounts, now: { ...accounts, odm: [wrong] } };
    },
    expect: (now) => update(now, { externalId: first(now.astakos).uuid }),
  },
  renamed: {
    share: 0.025,
    make(maker) {
      const { identity, profile, accounts } = makeTrio(maker);
      const renamed = { ...profile, username: maker.otherLogin(identity) };
      return { baseline: accounts, now: { ...accounts, agave: [renamed] } };
    },
    expect: (now) => update(now, { userName: first(now.agave).username }),
  },
  caseVariant: {
    share: 0.015,
    make: (maker) => makeRespelt(maker, "ascii", capitalised),
    expect: (now) => update(now, { externalId: first(now.astakos).uuid }),
  },
  unicodeVariant: {
    share: 0.01,
    make: (maker) => makeRespelt(maker, "accented", decomposed),
    expect: (now) => update(now, { externalId: first(now.astakos).uuid }),
  },
  severalDifferences: {
    share: 0.015,
    make(maker) {
      const { identity, user, profile, accounts } = makeTrio(maker);
      const renamed = {
        ...profile,
        username: maker.otherLogin(identity),
        lastName: identity.otherLastName,
      };
      return { baseline: accounts, now: { ...accounts, odm: [cleared(user)], agave: [renamed] } };
    },
    expect(now) {
      const profile = first(now.agave);
      return update(now, {
        displayName: fullName(profile),
        userName: profile.username,
        externalId: first(now.astakos).uuid,
      });
    },
  },
} satisfies Record<string, Kind>;
