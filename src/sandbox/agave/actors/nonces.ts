import { isObject, type Reply, textOf } from "../../server/message.ts";
import type { Route } from "../../server/router.ts";
import { readContent } from "../content.ts";
import { readLevel } from "./permissions.ts";
import type { Nonce } from "./records.ts";
import { abacoError, abacoReply } from "./reply.ts";
import { type ActorRequest, type ActorTools, onActor } from "./tools.ts";

/** The operations on the nonces of an actor. */
export function nonceRoutes(tools: ActorTools): Route[] {
  const { context, store, show } = tools;

  async function add({ request, actor, username }: ActorRequest): Promise<Reply> {
    const content = textOf(request) === "" ? { value: {} } : await readContent(request);
    if ("fault" in content) return abacoError(content.fault);
    const body = isObject(content.value) ? content.value : {};
    const level = readLevel(body.level ?? "EXECUTE");
    if (level === undefined || level === "NONE") return abacoError(`Invalid nonce level: ${body.level}.`);
    const maxUses = Number(body.maxUses ?? body.max_uses ?? -1);
    if (!Number.isInteger(maxUses) || maxUses === 0 || maxUses < -1) {
      return abacoError("Invalid nonce description: max_uses is -1 or a whole number above 0.");
    }
    const nonce: Nonce = {
      id: `SANDBOX_${store.nextId()}`,
      actorId: actor.id,
      owner: username,
      level,
      maxUses,
      uses: 0,
      created: context.clock(),
      lastUse: null,
    };
    store.nonces.put(nonce);
    return abacoReply("Actor nonce created successfully.", show.nonce(request.origin, nonce));
  }

  const ofNonce =
    (handle: (asked: ActorRequest, nonce: Nonce) => Reply) =>
    (asked: ActorRequest): Reply => {
      const { actor, parameters } = asked;
      const nonce = store.nonces.get(parameters.nonceId ?? "");
      return nonce?.actorId === actor.id
        ? handle(asked, nonce)
        : abacoError(`No nonce found with id ${parameters.nonceId}.`, 404);
    };

  const path = "/actors/v2/{actorId}/nonces";
  const one = `${path}/{nonceId}`;
  return [
    {
      method: "GET",
      path,
      handle: onActor(tools, "READ", ({ request, actor }) =>
        abacoReply(
          "Actor nonces retrieved successfully.",
          store.nonces.of(actor.id).map((nonce) => show.nonce(request.origin, nonce)),
        ),
      ),
    },
    { method: "POST", path, handle: onActor(tools, "UPDATE", add) },
    {
      method: "GET",
      path: one,
      handle: onActor(
        tools,
        "READ",
        ofNonce(({ request }, nonce) =>
          abacoReply("Actor nonce retrieved successfully.", show.nonce(request.origin, nonce)),
        ),
      ),
    },
    {
      method: "DELETE",
      path: one,
      handle: onActor(
        tools,
        "UPDATE",
        ofNonce((_asked, nonce) => {
          store.nonces.remove(nonce.id);
          return abacoReply("Actor nonce deleted successfully.", null);
        }),
      ),
    },
  ];
}
