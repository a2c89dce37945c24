import type { ConfigurationProblem } from "./problem.ts";
import type { WrittenConfiguration } from "./schema.ts";
import { secretVariable, variableSuffix } from "./secrets.ts";
import type { TextDocument } from "./text-document.ts";

type Connections = WrittenConfiguration["connections"];

/** What the schema cannot say of connections: that URLs are usable, and that no two share their environment variables. */
export function checkConnections(
  connections: Connections,
  document: TextDocument,
): readonly ConfigurationProblem[] {
  return [...checkUrls(connections, document), ...checkVariables(connections, document)];
}

function checkUrls(connections: Connections, document: TextDocument): readonly ConfigurationProblem[] {
  return Object.entries(connections).flatMap(([name, { url }]) => {
    const place = document.placeOf(["connections", name, "url"]);
    if (hasCredentials(url)) {
      const message = `A secret must not be in a URL. Remove what stands before the "@" and set ${secretVariable(name, "token")} or sign in from the editor.`;
      return [document.problem("secret", message, place)];
    }
    const message = urlProblem(url);
    return message === undefined ? [] : [document.problem("url", message, place)];
  });
}

function hasCredentials(url: string): boolean {
  const parsed = URL.parse(url);
  return parsed !== null && (parsed.username !== "" || parsed.password !== "");
}

function urlProblem(url: string): string | undefined {
  const parsed = URL.parse(url);
  const example = 'Write it like "https://odm.example.org".';
  if (!parsed || !/^https?:\/\//i.test(url))
    return `The URL must be absolute and start with http:// or https://. ${example}`;
  if (/\s/.test(url)) return `The URL must not hold spaces. ${example}`;
  if (url.includes("?")) return `The URL must not have a query. ${example}`;
  if (url.includes("#")) return `The URL must not have a fragment. ${example}`;
  return undefined;
}

function checkVariables(connections: Connections, document: TextDocument): readonly ConfigurationProblem[] {
  const owners = new Map<string, string>();
  return Object.keys(connections).flatMap((name) => {
    const suffix = variableSuffix(name);
    const owner = owners.get(suffix);
    owners.set(suffix, name);
    if (owner === undefined) return [];
    const message = `"${name}" and "${owner}" would both take their token from ${secretVariable(name, "token")}. Rename one.`;
    return [document.problem("duplicate", message, document.placeOfName(["connections", name]))];
  });
}
