import { readFile } from "node:fs/promises";
import type { Configuration } from "../configuration.ts";
import type { ConfigurationProblem } from "../problem.ts";
import { parseLinks, pinsOf } from "./parse.ts";

/** What a links file holds: its text, undefined where there is none and none is needed, or why it cannot be read. */
export type LinksText = { readonly text: string | undefined } | { readonly problem: ConfigurationProblem };

/** Reads the links file of a configuration. One that the configuration does not name may be missing. */
export async function readLinksText({ file, links }: Configuration): Promise<LinksText> {
  if (!links) return { text: undefined };
  try {
    return { text: await readFile(links.file, "utf8") };
  } catch (error) {
    const missing = error instanceof Error && "code" in error && error.code === "ENOENT";
    if (missing && !links.named) return { text: undefined };
    const why = missing
      ? `There is no such file. Make it with the content {}, or remove "links" from the reconcile section of ${file}.`
      : error instanceof Error
        ? error.message
        : String(error);
    const message = `The links file ${links.file} cannot be read. ${why}`;
    return {
      problem: { code: "unreadable", message, offset: 0, length: 0, line: 1, column: 1, excerpt: "" },
    };
  }
}

/** A configuration with what its links file says, or the problems of that file. */
export function withLinks(
  configuration: Configuration,
  linksText: LinksText,
): { readonly configuration?: Configuration; readonly problems: readonly ConfigurationProblem[] } {
  if ("problem" in linksText) return { problems: [linksText.problem] };
  const { policy } = configuration;
  if (!policy || linksText.text === undefined) return { configuration, problems: [] };
  const { entries, problems } = parseLinks(linksText.text, policy);
  if (problems.length > 0) return { problems };
  const pinned = pinsOf(entries, "links");
  const apart = pinsOf(entries, "apart");
  return {
    configuration: {
      ...configuration,
      policy: { ...policy, ...(pinned.length > 0 && { pinned }), ...(apart.length > 0 && { apart }) },
    },
    problems: [],
  };
}
