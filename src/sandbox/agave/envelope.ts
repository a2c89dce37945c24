import { isObject, type Reply, reply, type SandboxRequest } from "../server/message.ts";

const version = "2.2.27-r00sandbox";
const jsonType = "application/json";

/** A success of an Agave service: the envelope, or the result alone where the request asks for `naked`. */
export function successReply(request: SandboxRequest, result: unknown, status = 200): Reply {
  const filtered = filterResult(result, request.query.get("filter"));
  if (asksFor(request, "naked")) return write(request, status, filtered);
  return write(request, status, { status: "success", message: null, version, result: filtered });
}

/** An error of an Agave service: the envelope without a result, so nothing at all where the request asks for `naked`. */
export function errorReply(request: SandboxRequest, status: number, message: string): Reply {
  if (asksFor(request, "naked")) return reply(status, jsonType, "");
  return write(request, status, { status: "error", message, version });
}

const asksFor = ({ query }: SandboxRequest, name: string): boolean => query.get(name) === "true";

function write(request: SandboxRequest, status: number, value: unknown): Reply {
  if (value === undefined) return reply(status, jsonType, "");
  return reply(status, jsonType, JSON.stringify(value, null, asksFor(request, "pretty") ? 2 : undefined));
}

/**
 * Keeps the attributes that `filter` names, separated by commas and at most two deep (`a,b.c`); `*` keeps everything.
 * What is not there is left out, and so are the items of a list of which nothing is left.
 */
function filterResult(result: unknown, filter: string | null): unknown {
  const paths = (filter ?? "").split(",").filter((path) => path !== "");
  if (paths.length === 0 || paths.includes("*")) return result;
  return keep(
    result,
    paths.map((path) => path.split(".").slice(0, 2)),
  );
}

function keep(value: unknown, paths: readonly (readonly string[])[]): unknown {
  if (Array.isArray(value)) {
    return value
      .map((item) => keep(item, paths))
      .filter((item) => !isObject(item) || Object.keys(item).length > 0);
  }
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, part]) => {
      const below = paths.filter(([head]) => head === name).map(([, ...tail]) => tail);
      if (below.length === 0) return [];
      return [[name, below.some((tail) => tail.length === 0) ? part : keep(part, below)]];
    }),
  );
}
