import type { Host } from "../../host.ts";
import { systemsOf } from "./systems.ts";

/** What the description of an app begins as, with systems that the connection has. */
export async function exampleApp(host: Host, connection: string): Promise<object> {
  const [execution, storage] = await Promise.all([
    systemsOf(host, connection, "EXECUTION"),
    systemsOf(host, connection, "STORAGE"),
  ]);
  const storageId = storage[0]?.id ?? "storage.example.org";
  return {
    name: "count-lines",
    version: "1.0",
    label: "Count lines",
    shortDescription: "Counts the lines of a file",
    tags: ["text"],
    executionSystem: execution[0]?.id ?? "compute.example.org",
    executionType: "CLI",
    parallelism: "SERIAL",
    deploymentSystem: storageId,
    deploymentPath: "apps/count-lines-1.0",
    templatePath: "wrapper.sh",
    testPath: "test/test.sh",
    inputs: [
      {
        id: "file",
        value: { required: true, visible: true, default: `agave://${storageId}/inputs/lines.txt` },
        details: { label: "File", description: "The file to read" },
        semantics: { minCardinality: 1, maxCardinality: 1 },
      },
    ],
    parameters: [
      {
        id: "pattern",
        value: { type: "string", required: false, visible: true, default: "" },
        details: { label: "Pattern", description: "Only lines that have it" },
      },
    ],
    outputs: [],
  };
}
