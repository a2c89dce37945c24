import type { Reply, SandboxRequest } from "./message.ts";

/** Answers a request; `parameters` are the decoded path segments that the route names in braces. */
export type Handler = (
  request: SandboxRequest,
  parameters: Readonly<Record<string, string>>,
) => Reply | Promise<Reply>;

/** One operation of a platform. `*` stands for every method. */
export interface Route {
  readonly method: string;
  /** For example `/profiles/v2/{username}`; `{path*}` at the end takes all that follows as it was sent, also nothing. */
  readonly path: string;
  readonly handle: Handler;
}

/** What a router makes of a request: a handler, or the methods that the path would take (none where it is unknown). */
export type Match =
  | { readonly handle: () => Reply | Promise<Reply> }
  | { readonly allowed: readonly string[] };

/** Finds routes by method and path. */
export interface Router {
  match(request: SandboxRequest): Match;
}

interface CompiledRoute {
  readonly route: Route;
  readonly segments: readonly string[];
}

/**
 * Makes a router. Segments are compared before they are decoded, so an encoded slash stays within its segment.
 * Of several routes that match, the first one counts. `trailingSlash` says whether a slash at the end is ignored.
 */
export function createRouter(
  routes: readonly Route[],
  { trailingSlash }: { trailingSlash: boolean },
): Router {
  const compiled = routes.map((route): CompiledRoute => ({ route, segments: route.path.split("/") }));
  return {
    match(request) {
      const path = trailingSlash ? request.path.replace(/(?<=.)\/$/, "") : request.path;
      const segments = path.split("/");
      const allowed: string[] = [];
      for (const { route, segments: pattern } of compiled) {
        const parameters = matchSegments(pattern, segments);
        if (parameters === undefined) continue;
        if (route.method === "*" || route.method === request.method) {
          return { handle: () => route.handle(request, parameters) };
        }
        allowed.push(route.method);
      }
      return { allowed };
    },
  };
}

function matchSegments(
  pattern: readonly string[],
  segments: readonly string[],
): Record<string, string> | undefined {
  const parameters: Record<string, string> = {};
  const [, rest] = /^\{(\w+)\*\}$/.exec(pattern.at(-1) ?? "") ?? [];
  const fixed = rest === undefined ? pattern : pattern.slice(0, -1);
  if (rest !== undefined) parameters[rest] = segments.slice(fixed.length).join("/");
  else if (pattern.length !== segments.length) return undefined;
  for (const [index, expected] of fixed.entries()) {
    const segment = segments[index] ?? "";
    const [, name] = /^\{(\w+)\}$/.exec(expected) ?? [];
    if (name === undefined ? segment !== expected : segment === "") return undefined;
    if (name !== undefined) parameters[name] = decode(segment);
  }
  return parameters;
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
