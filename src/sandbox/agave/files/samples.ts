import { type FileTree, joinPath } from "./tree.ts";

/** What lies in the home folder of the system that is the default of everybody. */
const samples: Readonly<Record<string, string>> = {
  "README.txt": "Files of the sandbox. They are kept in memory and are gone once it stops.\n",
  "inputs/reads.txt": "GATTACA\nCATGATTAG\nTAGACAT\n",
  "inputs/parameters.json": '{ "threshold": 0.5, "rounds": 3 }\n',
  "results/summary.csv": "sample,reads,mapped\na,120,118\nb,98,91\n",
};

/** Puts the sample files into a folder. */
export function writeSamples(tree: FileTree, home: string): void {
  for (const [path, text] of Object.entries(samples)) {
    tree.write(joinPath(home, path), new TextEncoder().encode(text));
  }
}
