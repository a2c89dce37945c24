import type { Reply, SandboxRequest } from "../../server/message.ts";
import type { Handler } from "../../server/router.ts";
import type { AgaveContext } from "../context.ts";
import { errorReply } from "../envelope.ts";
import type { SystemRecord, SystemRole } from "./record.ts";
import { isAtLeast } from "./store.ts";

/** Handles a request on one system. */
export type SystemHandler = (
  request: SandboxRequest,
  system: SystemRecord,
  username: string,
  parameters: Readonly<Record<string, string>>,
) => Reply | Promise<Reply>;

interface Needs {
  readonly role: SystemRole;
  /** What whoever has less is answered: 403 without it. */
  readonly refusal?: number;
  /** Whether systems that are disabled or deleted are found as well. */
  readonly hidden?: boolean;
  /** Whether public systems have nothing of the kind, which is answered by 501. */
  readonly privateOnly?: boolean;
}

/** Makes handlers that find the system in the path and check what somebody may do with it. */
export function createSystemAccess({ gate, systems }: Pick<AgaveContext, "gate" | "systems">) {
  return (
    { role, refusal = 403, hidden = false, privateOnly = false }: Needs,
    handle: SystemHandler,
  ): Handler =>
    gate.signedIn((request, username, parameters) => {
      const { systemId = "" } = parameters;
      const system = systems.get(systemId);
      if (system === undefined || !(system.available || hidden)) {
        return errorReply(request, 404, `No system found with id ${systemId}`);
      }
      if (privateOnly && system.isPublic) {
        return errorReply(request, 501, `The system ${system.id} is public: it has no roles of its own.`);
      }
      if (!isAtLeast(systems.roleOf(system, username), role)) {
        const message = `User does not have sufficient privileges on the system ${system.id}: ${role} is needed.`;
        return errorReply(request, refusal, message);
      }
      return handle(request, system, username, parameters);
    });
}

/** Makes handlers with `createSystemAccess`. */
export type SystemAccess = ReturnType<typeof createSystemAccess>;
