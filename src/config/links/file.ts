import { mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import type { Configuration } from "../configuration.ts";
import { ConfigurationError } from "../problem.ts";
import { readLinksText } from "./load.ts";
import type { LinksFile } from "./say.ts";

/**
 * The links file of a configuration as it is on disk; undefined where the configuration has no policy.
 * @throws {ConfigurationError} Where it cannot be read.
 */
export async function linksFileOf(configuration: Configuration): Promise<LinksFile | undefined> {
  const { policy, links } = configuration;
  if (!policy || !links) return undefined;
  const read = await readLinksText(configuration);
  if ("problem" in read) throw new ConfigurationError(links.file, [read.problem]);
  return { file: links.file, text: read.text, policy };
}

/** Writes a links file, and the folders above it where they are missing. */
export async function writeLinks({ file }: Pick<LinksFile, "file">, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
}
