import type { Reply, SandboxRequest } from "../../server/message.ts";
import type { Route } from "../../server/router.ts";
import { readContent } from "../content.ts";
import { readDescription } from "./describe.ts";
import type { Actor, ActorDescription } from "./records.ts";
import { abacoError, abacoReply } from "./reply.ts";
import { isSearch, searchResult } from "./search.ts";
import { type ActorRequest, type ActorTools, onActor } from "./tools.ts";

/** The operations on actors themselves: list, register, get, update, delete. */
export function ownRoutes(tools: ActorTools): Route[] {
  const { context, store, access, runner, pace, show } = tools;
  const { clock, isAdmin } = context;

  function list(request: SandboxRequest): Reply {
    pace.look();
    const caller = access.signedIn(request);
    if ("reply" in caller) return caller.reply;
    const items = store.actors
      .all()
      .filter((actor) => access.may(caller.username, actor, "READ"))
      .map((actor) => show.actor(request.origin, actor));
    const { query } = request;
    return abacoReply(
      "Actors retrieved successfully.",
      isSearch(query) ? searchResult(items, query, show.spelling) : items,
    );
  }

  async function read(
    request: SandboxRequest,
    username: string,
  ): Promise<
    { readonly description: ActorDescription; readonly force: boolean } | { readonly fault: string }
  > {
    const content = await readContent(request);
    if ("fault" in content) return { fault: `Invalid actor description: ${content.fault}` };
    const description = readDescription(content.value);
    if ("fault" in description) return description;
    if (description.privileged && !isAdmin(username)) {
      return { fault: "Not authorized -- only admins and privileged users can make privileged actors." };
    }
    const { value } = content;
    const force =
      typeof value === "object" && value !== null && "force" in value && String(value.force) === "true";
    return { description, force };
  }

  async function register(request: SandboxRequest): Promise<Reply> {
    const caller = access.signedIn(request);
    if ("reply" in caller) return caller.reply;
    const body = await read(request, caller.username);
    if ("fault" in body) return abacoError(body.fault);
    const now = clock();
    const actor: Actor = {
      ...body.description,
      id: store.nextId(),
      owner: caller.username,
      status: "SUBMITTED",
      statusMessage: " ",
      revision: 1,
      created: now,
      updated: now,
      state: {},
      permissions: new Map([[caller.username, "UPDATE"]]),
    };
    store.actors.put(actor);
    runner.deploy(actor);
    return abacoReply("Actor created successfully.", show.actor(request.origin, actor));
  }

  async function update({ request, actor, username }: ActorRequest): Promise<Reply> {
    const body = await read(request, username);
    if ("fault" in body) return abacoError(body.fault);
    const { description, force } = body;
    if (description.stateless && !actor.stateless) {
      return abacoError(
        "Invalid actor description: an actor that was stateful cannot be updated to be stateless.",
      );
    }
    const isNew = force || description.image !== actor.image;
    const updated: Actor = {
      ...actor,
      ...description,
      name: actor.name,
      updated: clock(),
      ...(isNew ? { status: "SUBMITTED", revision: actor.revision + 1 } : {}),
    };
    store.actors.put(updated);
    if (isNew) runner.deploy(updated);
    return abacoReply("Actor updated successfully.", show.actor(request.origin, updated));
  }

  const path = "/actors/v2";
  const one = `${path}/{actorId}`;
  return [
    { method: "GET", path, handle: list },
    { method: "POST", path, handle: register },
    {
      method: "GET",
      path: one,
      handle: onActor(tools, "READ", ({ request, actor }) =>
        abacoReply("Actor retrieved successfully.", show.actor(request.origin, actor)),
      ),
    },
    { method: "PUT", path: one, handle: onActor(tools, "UPDATE", update) },
    {
      method: "DELETE",
      path: one,
      handle: onActor(tools, "UPDATE", ({ actor }) => {
        store.removeActor(actor.id);
        return abacoReply("Actor deleted successfully.", null);
      }),
    },
  ];
}
