import { isObject, parseJson, type Reply, type SandboxRequest, textOf } from "../../server/message.ts";
import type { Route } from "../../server/router.ts";
import type { AgaveContext } from "../context.ts";
import { errorReply, successReply } from "../envelope.ts";
import { windowOf } from "../window.ts";
import type { SystemAccess } from "./access.ts";
import type { SystemRecord } from "./record.ts";

/** What somebody signs in to a system with; the secrets themselves are not kept. */
interface Credential {
  /** What it signs in to. */
  readonly parentType: SystemRecord["type"];
  /** Empty for the one that counts for everybody. */
  readonly internalUsername: string;
  readonly type: string;
  readonly username: string | null;
  readonly server: unknown;
}

/** Whom and what a request is about, as far as its path says. */
interface Target {
  readonly internalUsername?: string;
  readonly credentialType?: string;
}

/** Those who were registered below the api users of the tenant, which no operation here does. */
const internalUsers: readonly string[] = ["lab-robot", "student"];

const types = ["LOCAL", "PAM", "PASSWORD", "SSHKEYS", "TOKEN", "X509"];
const needs = { role: "ADMIN" } as const;
const path = "/systems/v2/{systemId}/credentials";
const paths = [path, `${path}/{internalUsername}`, `${path}/{internalUsername}/{credentialType}`];

/** The operations on credentials: of everybody, of one internal user, and of one type. Only administrators of a system have them. */
export function credentialRoutes({ bus }: AgaveContext, access: SystemAccess): Route[] {
  const stored = new Map<string, readonly Credential[]>();

  /** Until they are changed, what the description of the system says. */
  const credentialsOf = (system: SystemRecord): readonly Credential[] =>
    stored.get(system.uuid) ?? describedCredentials(system);

  function list(request: SandboxRequest, system: SystemRecord, target: Target): Reply {
    const found = credentialsOf(system).filter((credential) => isMeant(credential, target));
    return found.length === 0
      ? errorReply(request, 500, "Failed to retrieve system credentials: Index -1 out of bounds")
      : successReply(request, windowOf(request, found).map(credentialResource));
  }

  function update(request: SandboxRequest, system: SystemRecord, target: Target): Reply {
    const type = request.headers["content-type"] ?? "application/json";
    if (!/^application\/json\b/i.test(type)) {
      return errorReply(request, 400, `Unsupported content type: ${type}. Use application/json.`);
    }
    const body = parseJson(textOf(request));
    if (!isObject(body)) return errorReply(request, 400, "No content found. A credential is a JSON object.");
    if (!isObject(body.server)) {
      return errorReply(request, 500, 'Failed to save credentials: JSONObject["server"] not found.');
    }
    const credential = readCredential({ ...body, server: body.server }, target, system.type);
    if ("fault" in credential) return errorReply(request, credential.status, credential.fault);
    const others = credentialsOf(system).filter(
      ({ internalUsername, type: each }) =>
        internalUsername !== credential.internalUsername || each !== credential.type,
    );
    stored.set(system.uuid, [...others, credential]);
    bus.publish(system.uuid, "UPDATE_CREDENTIAL", credentialResource(credential));
    return successReply(request, undefined, 201);
  }

  function remove(request: SandboxRequest, system: SystemRecord, target: Target): Reply {
    stored.set(
      system.uuid,
      credentialsOf(system).filter((credential) => !isMeant(credential, target)),
    );
    bus.publish(system.uuid, "REMOVE_CREDENTIAL", {});
    return successReply(request, undefined);
  }

  const handled = (handle: (request: SandboxRequest, system: SystemRecord, target: Target) => Reply) =>
    access(needs, (request, system, _me, { internalUsername, credentialType }) => {
      if (internalUsername !== undefined && !internalUsers.includes(internalUsername)) {
        return errorReply(request, 404, `No internal user found matching ${internalUsername}`);
      }
      if (credentialType !== undefined && !types.includes(credentialType.toUpperCase())) {
        return errorReply(
          request,
          400,
          `Invalid credential type: ${credentialType}. Use ${types.join(", ")}.`,
        );
      }
      return handle(request, system, {
        ...(internalUsername === undefined ? {} : { internalUsername }),
        ...(credentialType === undefined ? {} : { credentialType: credentialType.toUpperCase() }),
      });
    });

  return paths.flatMap((each) => [
    { method: "GET", path: each, handle: handled(list) },
    { method: "POST", path: each, handle: handled(update) },
    { method: "DELETE", path: each, handle: handled(remove) },
  ]);
}

function isMeant(credential: Credential, { internalUsername, credentialType }: Target): boolean {
  return (
    (internalUsername ?? credential.internalUsername) === credential.internalUsername &&
    (credentialType ?? credential.type) === credential.type
  );
}

function readCredential(
  body: Readonly<Record<string, unknown>>,
  { internalUsername, credentialType }: Target,
  parentType: SystemRecord["type"],
): Credential | { readonly fault: string; readonly status: number } {
  const user = internalUsername ?? body.internalUsername ?? "";
  if (typeof user !== "string" || (user !== "" && !internalUsers.includes(user))) {
    return { status: 404, fault: `No internal user found matching ${user}` };
  }
  const type = typeof body.type === "string" ? body.type.toUpperCase() : credentialType;
  if (type === undefined || !types.includes(type)) {
    return { status: 400, fault: `Invalid credential type: ${body.type}. Use ${types.join(", ")}.` };
  }
  if (credentialType !== undefined && type !== credentialType) {
    return { status: 400, fault: "The type in the body does not match that in the URL." };
  }
  const username = typeof body.username === "string" ? body.username : null;
  return { parentType, internalUsername: user, type, username, server: body.server };
}

/** The credential that a system was described with. */
function describedCredentials({
  type: parentType,
  description: { storage },
}: SystemRecord): readonly Credential[] {
  const auth = isObject(storage) && isObject(storage.auth) ? storage.auth : {};
  if (typeof auth.type !== "string") return [];
  return [{ parentType, internalUsername: "", type: auth.type, username: null, server: null }];
}

function credentialResource({ parentType, internalUsername, type, username, server }: Credential): unknown {
  return {
    internalUsername: internalUsername === "" ? null : internalUsername,
    parentType,
    type,
    username,
    server,
    default: internalUsername === "",
    valid: true,
    expirationDate: null,
  };
}
