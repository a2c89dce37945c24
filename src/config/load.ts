import { readFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { checkConnections } from "./check-connections.ts";
import { checkTree } from "./check-tree.ts";
import type { Configuration, ConnectionConfiguration, LinksPlace } from "./configuration.ts";
import { readLinksText, withLinks } from "./links/load.ts";
import { readPolicy } from "./policy-reader.ts";
import { ConfigurationError, type ConfigurationProblem } from "./problem.ts";
import type { WrittenConnection } from "./schema.ts";
import { checkStructure } from "./structure.ts";
import { type Place, TextDocument } from "./text-document.ts";

/** A parsed file: the configuration where nothing is wrong with it, else every problem in the order of the text. */
export interface ParsedConfiguration {
  readonly configuration?: Configuration;
  readonly problems: readonly ConfigurationProblem[];
}

/**
 * Parses and checks the text of a rollcall.jsonc: JSON with comments and trailing commas.
 * @param file Absolute path of the file, for the configuration to remember.
 */
export function parseConfiguration(text: string, file: string): ParsedConfiguration {
  const document = new TextDocument(text.replace(/^\ufeff/, " "));
  const syntax = document.syntaxProblems();
  if (syntax.length > 0) return { problems: syntax };

  const tree = checkTree(document);
  const structure = checkStructure(document);
  const told = tree.map(({ offset }) => document.propertyAt(offset));
  const news = structure.problems.filter(({ offset }) => !told.some((place) => contains(place, offset)));
  const problems = [...tree, ...news];
  const { written } = structure;
  if (!written) return { problems: inOrder(problems) };

  problems.push(...checkConnections(written.connections, document));
  const policy = written.reconcile && readPolicy(written.reconcile, written.connections, document);
  if (policy) problems.push(...policy.problems);
  if (problems.length > 0) return { problems: inOrder(problems) };
  const connections: Record<string, ConnectionConfiguration> = Object.create(null);
  for (const [name, connection] of Object.entries(written.connections))
    connections[name] = named(name, connection);
  return {
    configuration: {
      file,
      connections,
      ...(policy && { policy: policy.policy, links: linksPlace(file, written.reconcile?.links) }),
    },
    problems: [],
  };
}

/** The links file beside a configuration, unless that names another. */
const linksFileName = "rollcall.links.jsonc";

function linksPlace(file: string, named: string | undefined): LinksPlace {
  return { file: resolve(dirname(file), named ?? linksFileName), named: named !== undefined };
}

/**
 * Reads and checks a rollcall.jsonc, and its links file.
 * @throws {ConfigurationError} Where it cannot be read, or anything is wrong with it.
 */
export async function loadConfiguration(file: string): Promise<Configuration> {
  const path = resolve(file);
  const { configuration, problems } = parseConfiguration(await readText(path), path);
  if (!configuration) throw new ConfigurationError(path, problems);
  const linked = withLinks(configuration, await readLinksText(configuration));
  if (!linked.configuration) throw new ConfigurationError(configuration.links?.file ?? path, linked.problems);
  return linked.configuration;
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    const missing = error instanceof Error && "code" in error && error.code === "ENOENT";
    const why = missing ? "There is no such file." : error instanceof Error ? error.message : String(error);
    const message = `The configuration ${path} cannot be read. ${why}`;
    const unreadable = {
      code: "unreadable",
      message,
      offset: 0,
      length: 0,
      line: 1,
      column: 1,
      excerpt: "",
    } as const;
    throw new ConfigurationError(path, [unreadable]);
  }
}

function named(name: string, connection: WrittenConnection): ConnectionConfiguration {
  return { name, ...connection };
}

/** A secret is told of once, as such, and not again as an unknown property or a wrong value. */
function contains(place: Place, offset: number): boolean {
  return offset >= place.offset && offset < place.offset + place.length;
}

function inOrder(problems: readonly ConfigurationProblem[]): readonly ConfigurationProblem[] {
  return problems.toSorted((one, other) => one.offset - other.offset);
}
