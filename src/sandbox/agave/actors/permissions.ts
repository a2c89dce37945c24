import { isObject, type Reply } from "../../server/message.ts";
import type { Route } from "../../server/router.ts";
import { readContent } from "../content.ts";
import { type Actor, type ActorLevel, actorLevels } from "./records.ts";
import { abacoError, abacoReply } from "./reply.ts";
import { type ActorRequest, type ActorTools, onActor } from "./tools.ts";

/** The level of a name, compared without case; undefined where there is none. */
export function readLevel(name: unknown): ActorLevel | undefined {
  return actorLevels.find((level) => level === String(name).toUpperCase());
}

/** The operations on the permissions of an actor: `{username: level}`, without `_links`. */
export function permissionRoutes(tools: ActorTools): Route[] {
  const { store } = tools;
  const asObject = ({ permissions }: Actor) => Object.fromEntries(permissions);

  async function grant({ request, actor }: ActorRequest): Promise<Reply> {
    const content = await readContent(request);
    if ("fault" in content) return abacoError(content.fault);
    const { user, level: name } = isObject(content.value) ? content.value : {};
    if (typeof user !== "string" || user === "") return abacoError("Invalid permission: user is required.");
    if (name === undefined) return abacoError("Invalid permission: level is required.");
    const level = readLevel(name);
    if (level === undefined) {
      return abacoError(`Invalid permission level: ${name}. The valid levels are ${actorLevels.join(", ")}.`);
    }
    const updated = { ...actor, permissions: new Map(actor.permissions).set(user, level) };
    store.actors.put(updated);
    return abacoReply("Permission added successfully.", asObject(updated));
  }

  const path = "/actors/v2/{actorId}/permissions";
  return [
    {
      method: "GET",
      path,
      handle: onActor(tools, "READ", ({ actor }) =>
        abacoReply("Permissions retrieved successfully.", asObject(actor)),
      ),
    },
    { method: "POST", path, handle: onActor(tools, "UPDATE", grant) },
  ];
}
