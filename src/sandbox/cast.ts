import type { AgavePeople } from "./agave/context.ts";
import type { Accounts } from "./world/records.ts";
import type { Person, World } from "./world/world.ts";

/** Those of the world who sign in. */
export interface Cast {
  /** Signs in to every platform that knows people. */
  readonly operator: { readonly odmId: string; readonly uuid: string; readonly username: string };
  /** The id of an ODM user without permissions. */
  readonly odmMember: string;
  readonly agave: AgavePeople;
}

/** Finds the cast: the first person who is in step signs in; the others' accounts are there at every moment. Throws where there is nobody. */
export function castOf({ people }: World): Cast {
  const inStep = people.find(({ kind }) => kind === "inStep");
  const [user] = inStep?.now.astakos ?? [];
  const [profile] = inStep?.now.agave ?? [];
  const [odm] = inStep?.now.odm ?? [];
  if (!user || !profile || !odm) throw new Error("The world has nobody who is in step.");
  const others = people.filter((person) => person !== inStep);
  const usernames = lasting(others, "agave", ({ username }) => username);
  const [odmMember] = lasting(others, "odm", ({ id }) => id);
  const [colleague, admin] = usernames;
  if (colleague === undefined || admin === undefined || odmMember === undefined) {
    throw new Error("The world has too few people.");
  }
  return {
    operator: { odmId: odm.id, uuid: user.uuid, username: profile.username },
    odmMember,
    agave: { operator: profile.username, colleague, admin },
  };
}

function lasting<Name extends keyof Accounts>(
  people: readonly Person[],
  platform: Name,
  idOf: (account: Accounts[Name][number]) => string,
): string[] {
  return people.flatMap(({ baseline, now }) => {
    const before = (baseline[platform] as readonly Accounts[Name][number][]).map(idOf);
    return (now[platform] as readonly Accounts[Name][number][]).map(idOf).filter((id) => before.includes(id));
  });
}
