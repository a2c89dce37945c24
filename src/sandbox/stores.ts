import { type AgaveStore, createAgaveStore } from "./agave/store.ts";
import { type AstakosStore, createAstakosStore } from "./astakos/store.ts";
import { createOdmStore, type OdmStore } from "./odm/store.ts";
import { type AccountChange, changesBetween, overlay } from "./world/changes.ts";
import type { Accounts } from "./world/records.ts";
import type { World } from "./world/world.ts";

/** The accounts of the platforms, as they are at present. */
export interface Stores {
  readonly odm: OdmStore;
  readonly astakos: AstakosStore;
  readonly agave: AgaveStore;
}

/** Fills the stores with the world as it was at the baseline. */
export function createStores({ people }: World): Stores {
  const lastId = people.reduce(
    (highest, { baseline, now }) =>
      [...baseline.odm, ...now.odm].reduce((top, { id }) => Math.max(top, Number(id)), highest),
    0,
  );
  return {
    odm: createOdmStore(
      people.flatMap(({ baseline }) => baseline.odm),
      lastId,
    ),
    astakos: createAstakosStore(people.flatMap(({ baseline }) => baseline.astakos)),
    agave: createAgaveStore(people.flatMap(({ baseline }) => baseline.agave)),
  };
}

/**
 * Makes happen what happened between the baseline and now. Only what differs between the two is written, so what
 * clients have written stays otherwise. A profile that took another username counts as a new one.
 */
export function advanceStores({ odm, astakos, agave }: Stores, { people }: World): void {
  for (const person of people) {
    for (const { from, to } of changes(person, "odm", ({ id }) => id)) {
      if (to === undefined) continue;
      const present = from && odm.get(to.id);
      odm.load(present ? overlay(present, from, to) : to);
    }
    for (const { from, to } of changes(person, "astakos", ({ uuid }) => uuid)) {
      if (to === undefined) astakos.remove(from.uuid);
      else astakos.put(to);
    }
    for (const { from, to } of changes(person, "agave", ({ username }) => username)) {
      if (to === undefined) agave.remove(from.username);
      else agave.put(to);
    }
  }
}

function changes<Name extends keyof Accounts>(
  { baseline, now }: { readonly baseline: Accounts; readonly now: Accounts },
  platform: Name,
  idOf: (account: Accounts[Name][number]) => string,
): AccountChange<Accounts[Name][number]>[] {
  return changesBetween<Accounts[Name][number]>(baseline[platform], now[platform], idOf);
}
