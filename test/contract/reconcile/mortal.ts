import type { AccessDirectory } from "../../../src/identity/access.ts";
import { isWritable, type WritableDirectory } from "../../../src/identity/directory.ts";
import type { Ledger } from "../../../src/ledger/ledger.ts";
import type { ApplyPlace } from "../../../src/reconcile/apply.ts";

/** What a process is killed by: nothing that it wanted to do after it happens. */
export class Killed extends Error {}

/** All that a run leaves behind outside of its process, in the ledger and on the platforms: what dies in between must not matter. */
const steps = {
  journal: ["begin", "reopen", "write", "end"],
  memory: ["link", "rememberAccounts", "noteHidden", "noteMissing", "forgetLinks", "forgetAccount"],
  target: ["create", "update", "deactivate"],
  access: ["revoke", "grant"],
} as const;

/** A place whose process ends right after its step `last`, before it learns how that went; 0: before the first. It notes every step. */
export function mortal(
  place: ApplyPlace,
  last: number,
): { readonly place: ApplyPlace; readonly taken: string[] } {
  const taken: string[] = [];
  let dead = false;
  const part = <T extends object>(owner: T, kind: keyof typeof steps): T =>
    new Proxy(owner, {
      get(target, name) {
        const value = Reflect.get(target, name);
        if (typeof value !== "function") return value;
        const isStep = (steps[kind] as readonly string[]).includes(String(name));
        return (...args: unknown[]) => {
          if (dead || (isStep && taken.length === last)) {
            dead = true;
            throw new Killed();
          }
          if (!isStep) return Reflect.apply(value, target, args);
          taken.push(`${kind} ${String(name)}`);
          const here = taken.length === last;
          return endHere(Reflect.apply(value, target, args), here, () => {
            dead = true;
            throw new Killed();
          });
        };
      },
    });
  return {
    taken,
    place: {
      ...place,
      target: part(writable(place), "target"),
      access: (place.access ?? []).map((each): AccessDirectory => part(each, "access")),
      ledger: ofParts(place.ledger, part),
    },
  };
}

/** The answer to a step, or its loss, meets a process that is gone. */
function endHere(result: unknown, here: boolean, die: () => never): unknown {
  if (!here) return result;
  return result instanceof Promise ? result.then(die, die) : die();
}

function ofParts(ledger: Ledger, part: <T extends object>(owner: T, kind: keyof typeof steps) => T): Ledger {
  return { ...ledger, memory: part(ledger.memory, "memory"), journal: part(ledger.journal, "journal") };
}

function writable({ target }: ApplyPlace): WritableDirectory {
  if (isWritable(target)) return target;
  throw new Error(`${target.connection} takes no changes.`);
}
