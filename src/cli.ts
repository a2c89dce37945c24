#!/usr/bin/env node
import { isBuiltin } from "node:module";

if (isBuiltin("node:sqlite")) {
  const { run } = await import("./cli/run.ts");
  await run();
} else {
  const { runUnderProjectNode } = await import("./cli/project-node.ts");
  await runUnderProjectNode(process.argv[1] ?? "");
}
