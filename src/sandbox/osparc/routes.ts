import type { Reply, SandboxRequest } from "../server/message.ts";
import type { Route } from "../server/router.ts";
import { catalogue, type RegisteredService } from "./catalogue.ts";
import { isValidNode } from "./node.ts";
import { dataReply, type ErrorReply, nothingReply, validationReply } from "./replies.ts";
import type { RunningServices } from "./store.ts";

/** The type of node by how the query names it. */
const typesByName: Readonly<Record<string, string>> = {
  computational: "computational",
  interactive: "dynamic",
};

const needed = ["user_id", "service_key", "service_uuid"] as const;

/** The six operations of the director. */
export function directorRoutes(running: RunningServices, errorReply: ErrorReply): Route[] {
  /** A service by its key and version; `latest` is the last version in the order of their letters, except where it is asked for exactly. */
  function findService(key: string, version: string, how?: "exactly"): RegisteredService | Reply {
    const versions = catalogue
      .filter(({ node }) => node.key === key)
      .sort((left, right) => (left.node.version < right.node.version ? -1 : 1));
    if (versions.length === 0) return errorReply(404, `The service ${key}:not defined does not exist`);
    const found =
      version === "latest" && how === undefined
        ? versions.at(-1)
        : versions.find(({ node }) => node.version === version);
    return found ?? errorReply(404, `The service ${key}:${version} does not exist`);
  }

  function start({ query }: SandboxRequest): Reply {
    const missing = needed.filter((name) => !query.get(name));
    if (missing.length > 0) {
      return validationReply({ query: Object.fromEntries(missing.map((name) => [name, "Required"])) });
    }
    const [user = "", key = "", uuid = ""] = needed.map((name) => query.get(name) ?? "");
    if (running.get(uuid)) return errorReply(409, `The service uuid ${uuid} is already in use`);
    const found = findService(key, query.get("service_tag") || "latest");
    if ("status" in found) return found;
    const { node, entryPoint, exposesPort, starts } = found;
    if (!starts) return errorReply(500, `The service ${key}:${node.version} failed to start`);
    const { port } = running.start({ uuid, user, key, version: node.version }, exposesPort);
    return dataReply(201, { published_port: port, entry_point: entryPoint, service_uuid: uuid });
  }

  const ifRunning = (uuid: string, handle: () => Reply): Reply =>
    running.get(uuid) ? handle() : errorReply(404, `The service with uuid ${uuid} was not found`);

  return [
    ...["/v0", "/v0/"].map((path) => ({ method: "GET", path, handle: health })),
    { method: "GET", path: "/v0/services", handle: listServices },
    {
      method: "GET",
      path: "/v0/services/{key}/{version}",
      handle(_request, { key = "", version = "" }) {
        const found = findService(key, version, "exactly");
        return "status" in found ? found : dataReply(200, [found.node]);
      },
    },
    { method: "POST", path: "/v0/running_interactive_services", handle: start },
    {
      method: "GET",
      path: "/v0/running_interactive_services/{uuid}",
      handle: (_request, { uuid = "" }) => ifRunning(uuid, nothingReply),
    },
    {
      method: "DELETE",
      path: "/v0/running_interactive_services/{uuid}",
      handle: (_request, { uuid = "" }) =>
        ifRunning(uuid, () => {
          running.stop(uuid);
          return nothingReply();
        }),
    },
  ];
}

function health(): Reply {
  return dataReply(200, {
    name: "simcore-service-director",
    status: "SERVICE_RUNNING",
    api_version: "1.0.0",
    version: "0.1.0",
  });
}

/** Services whose description is not valid are left out without a word. */
function listServices({ query }: SandboxRequest): Reply {
  const name = query.get("service_type");
  const type = name !== null && Object.hasOwn(typesByName, name) ? typesByName[name] : undefined;
  if (name !== null && type === undefined) {
    const names = Object.keys(typesByName).join(", ");
    return validationReply({ query: { service_type: `value should be one of ${names}` } });
  }
  const nodes = catalogue.map(({ node }) => node).filter(isValidNode);
  return dataReply(
    200,
    nodes.filter((node) => type === undefined || node.type === type),
  );
}
