import type { AgaveContext } from "../context.ts";
import { resolvePath } from "./store.ts";

/** What lies in a home folder. */
const samples: Readonly<Record<string, string>> = {
  "README.txt": "Files of the sandbox. They are kept in memory and are gone once it stops.\n",
  "inputs/reads.txt": "GATTACA\nCATGATTAG\nTAGACAT\n",
  "inputs/parameters.json": '{ "threshold": 0.5, "rounds": 3 }\n',
  "results/summary.csv": "sample,reads,mapped\na,120,118\nb,98,91\n",
};

/** Puts the sample files into the home folder of every storage system that there is. */
export function addSampleFiles({ systems, files }: Pick<AgaveContext, "systems" | "files">): void {
  for (const system of systems.all().filter(({ type }) => type === "STORAGE")) {
    for (const [path, text] of Object.entries(samples)) {
      files.tree(system).write(resolvePath(system, path), new TextEncoder().encode(text));
    }
  }
}
