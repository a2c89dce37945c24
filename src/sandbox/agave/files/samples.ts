import type { AgaveContext } from "../context.ts";
import { resolvePath } from "./store.ts";

/** What lies in a home folder. */
const samples: Readonly<Record<string, string>> = {
  "README.txt": "Files of the sandbox. They are kept in memory and are gone once it stops.\n",
  "inputs/reads.txt": "GATTACA\nCATGATTAG\nTAGACAT\n",
  "inputs/parameters.json": '{ "threshold": 0.5, "rounds": 3 }\n',
  "results/summary.csv": "sample,reads,mapped\na,120,118\nb,98,91\n",
};

/** What lies in the folder that an app is deployed in. */
const deployed: Readonly<Record<string, string>> = {
  "wrapper.sh": "#!/bin/sh\n# The sandbox runs nothing: it makes up what jobs write.\n",
  "test/test.sh": "#!/bin/sh\nexec ../wrapper.sh\n",
};

/** Puts the sample files into the home folder of every storage system that there is, and into the folders of the apps. */
export function addSampleFiles({
  systems,
  files,
  apps,
}: Pick<AgaveContext, "systems" | "files" | "apps">): void {
  for (const system of systems.all().filter(({ type }) => type === "STORAGE")) {
    const write = (folder: string, texts: Readonly<Record<string, string>>) => {
      for (const [path, text] of Object.entries(texts))
        files.tree(system).write(resolvePath(system, `${folder}${path}`), new TextEncoder().encode(text));
    };
    write("", samples);
    for (const { description } of apps.all())
      if (description.deploymentSystem === system.id) write(`${description.deploymentPath}/`, deployed);
  }
}
