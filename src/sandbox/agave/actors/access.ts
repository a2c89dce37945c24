import type { Reply, SandboxRequest } from "../../server/message.ts";
import type { AgaveContext } from "../context.ts";
import { type Actor, type ActorLevel, actorLevels, everybody } from "./records.ts";
import { abacoError } from "./reply.ts";
import type { ActorStore } from "./store.ts";

/** Whose request it is, or the refusal. */
export type Caller = { readonly username: string } | { readonly reply: Reply };

/** Who may do what with which actors. */
export interface ActorAccess {
  may(username: string, actor: Actor, level: ActorLevel): boolean;
  /** Who is signed in, which a nonce cannot stand for. */
  signedIn(request: SandboxRequest): Caller;
  /** The actor and who asks for it, by token or by nonce; 404 where it is unknown, 400 where that is not enough. */
  find(
    request: SandboxRequest,
    actorId: string,
    level: ActorLevel,
  ): { readonly actor: Actor; readonly username: string } | { readonly reply: Reply };
}

/** Whether a level is enough where another one is needed. */
function isEnough(level: ActorLevel, needed: ActorLevel): boolean {
  return actorLevels.indexOf(level) >= actorLevels.indexOf(needed);
}

/** Makes the access to the actors of a store. */
export function createActorAccess(
  { gate, isAdmin, clock }: Pick<AgaveContext, "gate" | "isAdmin" | "clock">,
  { actors, nonces }: ActorStore,
): ActorAccess {
  const may: ActorAccess["may"] = (username, { owner, permissions }, level) =>
    owner === username ||
    isAdmin(username) ||
    [username, everybody].some((name) => isEnough(permissions.get(name) ?? "NONE", level));

  function signedIn(request: SandboxRequest): Caller {
    const caller = gate.caller(request);
    return "fault" in caller ? { reply: caller.fault } : caller;
  }

  /** Counts one use of the nonce. */
  function byNonce(id: string, actorId: string, level: ActorLevel): Caller {
    const nonce = nonces.get(id);
    if (nonce?.actorId !== actorId)
      return { reply: abacoError("Invalid nonce: it is not known for this actor.") };
    if (nonce.maxUses >= 0 && nonce.uses >= nonce.maxUses) {
      return { reply: abacoError("Invalid nonce: it was used as often as it may be.") };
    }
    if (!isEnough(nonce.level, level)) {
      return { reply: abacoError(`Invalid nonce: its level ${nonce.level} is not enough.`) };
    }
    nonces.put({ ...nonce, uses: nonce.uses + 1, lastUse: clock() });
    return { username: nonce.owner };
  }

  return {
    may,
    signedIn,
    find(request, actorId, level) {
      const nonce = request.headers.authorization === undefined ? request.query.get("x-nonce") : null;
      const caller = nonce === null ? signedIn(request) : byNonce(nonce, actorId, level);
      if ("reply" in caller) return caller;
      const actor = actors.get(actorId);
      if (actor === undefined) {
        return { reply: abacoError(`Actor with identifier '${actorId}' not found`, 404) };
      }
      if (may(caller.username, actor, level)) return { actor, username: caller.username };
      return { reply: abacoError("You do not have sufficient access to this actor.") };
    },
  };
}
