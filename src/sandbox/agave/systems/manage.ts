import { isObject, type Reply, type SandboxRequest } from "../../server/message.ts";
import { readJsonContent } from "../content.ts";
import type { AgaveContext } from "../context.ts";
import { errorReply, successReply } from "../envelope.ts";
import type { SystemHandler } from "./access.ts";
import type { SystemRecord, SystemRole } from "./record.ts";
import { systemResource } from "./resource.ts";
import { isAtLeast } from "./store.ts";

/** What an action makes of a system. */
type Outcome = SystemRecord | "erased" | { readonly fault: string; readonly status: number };

interface Attempt {
  readonly context: AgaveContext;
  readonly system: SystemRecord;
  readonly username: string;
  readonly body: Readonly<Record<string, unknown>>;
}

interface Action {
  /** What is needed: a role on the system, or to be the administrator of the tenant. */
  readonly needs: SystemRole | "tenant";
  /** Whether it can be done to a system that is disabled or deleted. */
  readonly hidden?: boolean;
  readonly event: string;
  readonly run: (attempt: Attempt) => Outcome;
}

const changed =
  (parts: Partial<SystemRecord>) =>
  ({ system }: Attempt): Outcome => ({ ...system, ...parts });

/** The management actions, by their names in lower case. */
const actions: Readonly<Record<string, Action>> = {
  publish: {
    needs: "tenant",
    event: "PUBLISH",
    run: changed({ isPublic: true, roles: new Map(), defaultOf: [] }),
  },
  unpublish: { needs: "tenant", event: "UNPUBLISH", run: changed({ isPublic: false, globalDefault: false }) },
  setdefault: { needs: "GUEST", event: "SET_USER_DEFAULT", run: setDefault },
  unsetdefault: {
    needs: "GUEST",
    event: "UNSET_USER_DEFAULT",
    run: ({ system, username }) => ({
      ...system,
      defaultOf: system.defaultOf.filter((name) => name !== username),
    }),
  },
  setglobaldefault: { needs: "tenant", event: "SET_PUBLIC_DEFAULT", run: setGlobalDefault },
  unsetglobaldefault: {
    needs: "tenant",
    event: "UNSET_PUBLIC_DEFAULT",
    run: changed({ globalDefault: false }),
  },
  clone: { needs: "USER", event: "CLONED", run: clone },
  enable: { needs: "ADMIN", hidden: true, event: "ENABLED", run: changed({ available: true }) },
  disable: { needs: "ADMIN", event: "DISABLED", run: changed({ available: false }) },
  erase: {
    needs: "tenant",
    hidden: true,
    event: "ERASED",
    run({ context, system }) {
      context.systems.remove(system.id);
      return "erased";
    },
  },
};

const actionNames =
  "publish, unpublish, setDefault, unsetDefault, setGlobalDefault, unsetGlobalDefault, clone, enable, disable, erase";

/** Handles a management action on a system. */
export function manageSystem(context: AgaveContext): SystemHandler {
  const { systems, bus, clock, isAdmin } = context;

  const mayDo = ({ needs }: Action, system: SystemRecord, username: string): boolean =>
    needs === "tenant" ? isAdmin(username) : isAtLeast(systems.roleOf(system, username), needs);

  return async (request: SandboxRequest, system: SystemRecord, username: string): Promise<Reply> => {
    const content = await readJsonContent(request);
    if ("fault" in content) return errorReply(request, 400, content.fault);
    const body = isObject(content.value) ? content.value : {};
    const name = String(body.action ?? "").toLowerCase();
    const action = Object.hasOwn(actions, name) ? actions[name] : undefined;
    if (action === undefined) {
      return errorReply(request, 400, `Unrecognized action "${body.action ?? ""}". Use ${actionNames}.`);
    }
    if (!(system.available || action.hidden)) {
      return errorReply(request, 404, `No system found with id ${system.id}`);
    }
    if (!mayDo(action, system, username)) {
      const message = `User does not have sufficient privileges to ${name} the system ${system.id}.`;
      return errorReply(request, 403, message);
    }
    const outcome = action.run({ context, system, username, body });
    if (outcome === "erased") {
      bus.publish(system.uuid, action.event, { id: system.id });
      return successReply(request, undefined);
    }
    if ("fault" in outcome) return errorReply(request, outcome.status, outcome.fault);
    const managed = { ...outcome, lastUpdated: clock() };
    systems.put(managed);
    const resource = systemResource(managed, username, request.origin);
    bus.publish(system.uuid, action.event, resource);
    return successReply(request, resource);
  };
}

/** Nobody has two defaults of a type. */
function setDefault({ context: { systems }, system, username }: Attempt): Outcome {
  for (const other of systems.all()) {
    if (other.type === system.type && other.defaultOf.includes(username)) {
      systems.put({ ...other, defaultOf: other.defaultOf.filter((name) => name !== username) });
    }
  }
  const others = system.defaultOf.filter((name) => name !== username);
  return { ...system, defaultOf: [...others, username] };
}

/** The tenant has no two defaults of a type either. */
function setGlobalDefault({ context: { systems }, system }: Attempt): Outcome {
  if (!system.isPublic) {
    return {
      status: 400,
      fault: `Only public systems can be the default of everybody: ${system.id} is not.`,
    };
  }
  for (const other of systems.all()) {
    if (other.type === system.type && other.globalDefault) systems.put({ ...other, globalDefault: false });
  }
  return { ...system, globalDefault: true };
}

function clone({ context, system, username, body }: Attempt): Outcome {
  const { systems, ids, clock } = context;
  const { id } = body;
  if (typeof id !== "string" || !/^[\w.-]{3,64}$/.test(id)) {
    return { status: 400, fault: "No id was given for the clone." };
  }
  if (systems.get(id)) return { status: 400, fault: `There is a system with the id ${id} already.` };
  return {
    ...system,
    id,
    uuid: ids.next("system"),
    owner: username,
    isPublic: false,
    globalDefault: false,
    defaultOf: [],
    roles: new Map(),
    revision: 1,
    created: clock(),
  };
}
