import { createRandom } from "../../random.ts";
import type { Actor, Execution, Nonce, Worker } from "./records.ts";

/** Records with an id, in the order in which they came. */
export interface Shelf<T extends { readonly id: string }> {
  get(id: string): T | undefined;
  all(): readonly T[];
  put(item: T): void;
  remove(id: string): void;
}

/** What belongs to an actor, by the actor's id. */
export interface PartShelf<T extends { readonly id: string; readonly actorId: string }> extends Shelf<T> {
  of(actorId: string): readonly T[];
}

/** The actors and what belongs to them. */
export interface ActorStore {
  readonly actors: Shelf<Actor>;
  readonly executions: PartShelf<Execution>;
  readonly workers: PartShelf<Worker>;
  readonly nonces: PartShelf<Nonce>;
  /** The next id, of the shape of a hashid. */
  nextId(): string;
  /** Removes an actor with all that belongs to it. */
  removeActor(id: string): void;
}

const letters = "ABDEGJKLMNPQRVWXYZabdegjklmnopqrvwxyz0123456789";
const idLength = 13;

/** Makes an empty store. Ids follow from the seed. */
export function createActorStore(seed: number): ActorStore {
  const random = createRandom(seed ^ 0xabac0);
  const parts = { executions: shelf<Execution>(), workers: shelf<Worker>(), nonces: shelf<Nonce>() };
  const actors = shelf<Actor>();
  return {
    actors,
    executions: partShelf(parts.executions),
    workers: partShelf(parts.workers),
    nonces: partShelf(parts.nonces),
    nextId: () => Array.from({ length: idLength }, () => letters[random.below(letters.length)]).join(""),
    removeActor(id) {
      actors.remove(id);
      for (const part of Object.values(parts)) {
        for (const item of part.all()) if (item.actorId === id) part.remove(item.id);
      }
    },
  };
}

function shelf<T extends { readonly id: string }>(): Shelf<T> {
  const items = new Map<string, T>();
  return {
    get: (id) => items.get(id),
    all: () => [...items.values()],
    put: (item) => void items.set(item.id, item),
    remove: (id) => void items.delete(id),
  };
}

function partShelf<T extends { readonly id: string; readonly actorId: string }>(
  items: Shelf<T>,
): PartShelf<T> {
  return { ...items, of: (actorId) => items.all().filter((item) => item.actorId === actorId) };
}
