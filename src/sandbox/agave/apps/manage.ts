import { isObject, type Reply, type SandboxRequest } from "../../server/message.ts";
import { readJsonContent } from "../content.ts";
import type { AgaveContext } from "../context.ts";
import { errorReply, successReply } from "../envelope.ts";
import { isAtLeast } from "../systems/store.ts";
import type { AppAccess } from "./access.ts";
import { isAppName, isAppVersion } from "./read.ts";
import type { AppRecord } from "./record.ts";
import { appId, appResource } from "./resource.ts";

type Fault = { readonly fault: string; readonly status: number };

interface Attempt {
  readonly context: AgaveContext;
  readonly app: AppRecord;
  readonly username: string;
  readonly body: Readonly<Record<string, unknown>>;
}

interface Action {
  readonly need: "read" | "write" | "tenant";
  readonly status: number;
  readonly event: string;
  readonly run: (attempt: Attempt) => AppRecord | Fault | "erased";
}

const refused = (fault: string, status = 400): Fault => ({ fault, status });

const actions: Readonly<Record<string, Action>> = {
  publish: { need: "write", status: 202, event: "PUBLISHED", run: publish },
  clone: { need: "read", status: 202, event: "CLONED", run: clone },
  enable: {
    need: "write",
    status: 200,
    event: "ENABLED",
    run: ({ app }) => ({ ...app, available: true }),
  },
  disable: {
    need: "write",
    status: 200,
    event: "DISABLED",
    run: ({ app }) => ({ ...app, available: false }),
  },
  erase: {
    need: "tenant",
    status: 200,
    event: "ERASED",
    run({ context, app }) {
      context.apps.remove(app.id);
      return "erased";
    },
  },
};

/** Handles a management action on an app. */
export function manageApp(context: AgaveContext, access: AppAccess) {
  const { apps, bus, clock, isAdmin } = context;

  return async (
    request: SandboxRequest,
    username: string,
    { appId: id = "" }: Readonly<Record<string, string>>,
  ): Promise<Reply> => {
    const content = await readJsonContent(request);
    if ("fault" in content) return errorReply(request, 400, content.fault);
    const body = isObject(content.value) ? content.value : {};
    const name = String(body.action ?? "").toLowerCase();
    const action = Object.hasOwn(actions, name) ? actions[name] : undefined;
    if (action === undefined) {
      const known = Object.keys(actions).join(", ");
      return errorReply(request, 400, `Unrecognized action "${body.action ?? ""}". Use ${known}.`);
    }
    const app = access.find(request, username, id, { need: action.need === "tenant" ? "read" : action.need });
    if ("reply" in app) return app.reply;
    if (action.need === "tenant" && !isAdmin(username)) {
      return errorReply(request, 403, `Permission denied. Only administrators may ${name} apps.`);
    }
    const outcome = action.run({ context, app, username, body });
    if (outcome === "erased") {
      bus.publish(app.uuid, action.event, { id: app.id });
      return successReply(request, undefined);
    }
    if ("fault" in outcome) return errorReply(request, outcome.status, outcome.fault);
    const managed = { ...outcome, lastModified: clock() };
    apps.put(managed);
    const resource = appResource(managed, request.origin);
    bus.publish(app.uuid, action.event, resource);
    return successReply(request, resource, action.status);
  };
}

/** A public copy, with a revision higher than all before. Whoever publishes must be a publisher of the system that runs it. */
function publish({
  context: { apps, systems, ids, clock },
  app,
  username,
  body,
}: Attempt): AppRecord | Fault {
  if (app.isPublic) return refused(`The app ${app.id} is public already.`);
  const name = body.name ?? app.name;
  const version = body.version ?? app.version;
  if (!isAppName(name) || !isAppVersion(version))
    return refused("Invalid name or version for the public app.");
  const systemId = String(body.executionSystem ?? app.executionSystem);
  const system = systems.get(systemId);
  if (!system?.available) return refused(`No execution system found matching ${systemId}`);
  if (!isAtLeast(systems.roleOf(system, username), "PUBLISHER")) {
    return refused(`Permission denied. You are not a publisher of the system ${systemId}.`, 403);
  }
  const published = apps
    .all()
    .filter((each) => each.isPublic && each.name === name && each.version === version);
  const revision = 1 + Math.max(0, ...published.map((each) => each.revision));
  const copy = {
    ...app,
    name,
    version,
    revision,
    isPublic: true,
    available: true,
    executionSystem: system.id,
  };
  return { ...copy, id: appId(copy), uuid: ids.next("app"), created: clock() };
}

/** A private copy of whoever asks for it. */
function clone({ context: { apps, systems, ids, clock }, app, username, body }: Attempt): AppRecord | Fault {
  const name = body.name ?? `${app.name}-${username}`.replace(/[^\w-]/g, "-");
  const version = body.version ?? app.version;
  if (!isAppName(name) || !isAppVersion(version)) return refused("Invalid name or version for the clone.");
  const executionSystem = String(body.executionSystem ?? app.executionSystem);
  if (!systems.get(executionSystem)?.available) {
    return refused(`No execution system found matching ${executionSystem}`);
  }
  const copy = { ...app, name, version, revision: 1, isPublic: false, available: true, executionSystem };
  const id = appId(copy);
  if (apps.get(id)) return refused(`There is an app with the id ${id} already.`);
  const moved = Object.fromEntries(
    ["deploymentSystem", "deploymentPath"].flatMap((key) => (body[key] ? [[key, body[key]]] : [])),
  );
  return {
    ...copy,
    id,
    uuid: ids.next("app"),
    owner: username,
    description: { ...app.description, ...moved },
    created: clock(),
  };
}
