import { createRandom } from "../random.ts";
import type { Expectation, Life } from "./kinds/kind.ts";
import { dealKinds, type KindName, kindNames, kinds } from "./kinds/kinds.ts";
import { outcome } from "./kinds/outcomes.ts";
import { createMaker } from "./maker.ts";
import { type Accounts, changedAt, type Moment } from "./records.ts";
import { countPeople, type Truth, type TruthPerson } from "./truth.ts";

/** A person of the world: the kind, and the accounts at both moments. */
export interface Person extends Life {
  readonly key: string;
  readonly kind: KindName;
}

/** The generated world. */
export interface World {
  readonly seed: number;
  readonly people: readonly Person[];
}

/** Generates the world. Every kind of person is there at least once, so there may be more people than `users`. */
export function createWorld(seed: number, users: number): World {
  const random = createRandom(seed);
  const maker = createMaker(random);
  const dealt = random.shuffled(dealKinds(Math.max(users, kindNames.length)));
  const digits = String(dealt.length).length;
  return {
    seed,
    people: dealt.map((kind, index) => ({
      key: `person-${String(index + 1).padStart(digits, "0")}`,
      kind,
      ...dated(kinds[kind].make(maker)),
    })),
  };
}

/** Accounts of those who had none at the baseline were made since. */
function dated({ baseline, now }: Life): Life {
  if (baseline.astakos.length + baseline.odm.length > 0) return { baseline, now };
  return {
    baseline,
    now: {
      odm: now.odm.map((user) => ({ ...user, created: changedAt, lastModified: changedAt })),
      astakos: now.astakos,
      agave: now.agave.map((profile) => ({ ...profile, created: changedAt })),
    },
  };
}

/** What is true of the world at one moment. At the baseline nobody is linked yet, so memory makes no difference there. */
export function truthOf(world: World, at: Moment): Truth {
  const people = world.people.flatMap((person) => entriesOf(person, at));
  return { at, users: world.people.length, seed: world.seed, people, counts: countPeople(people) };
}

function entriesOf(person: Person, at: Moment): TruthPerson[] {
  const expectations = at === "now" ? kinds[person.kind].expect(person.now) : expectAtBaseline(person);
  return expectations.map(({ accounts, memory, withoutMemory }, index) => ({
    key: index === 0 ? person.key : `${person.key}-${index + 1}`,
    kind: person.kind,
    accounts: idsOf(accounts),
    ...memory,
    withoutMemory,
  }));
}

function expectAtBaseline({ kind, baseline }: Person): readonly Expectation[] {
  if (baseline.odm.length === 0) return [];
  const expected = kinds[kind].atBaseline ?? outcome("found", "none");
  return [{ accounts: baseline, memory: expected, withoutMemory: expected }];
}

function idsOf({ odm, astakos, agave }: Accounts): TruthPerson["accounts"] {
  return {
    odm: odm.map(({ id }) => id),
    astakos: astakos.map(({ uuid }) => uuid),
    agave: agave.map(({ username }) => username),
  };
}
