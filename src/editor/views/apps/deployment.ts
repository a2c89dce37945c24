import type { App } from "../../../platforms/agave/answers/apps.ts";
import type { Host } from "../../host.ts";
import { remotePath } from "../../remote-files/path.ts";
import { factNode, sectionNode } from "../../resources/section.ts";
import type { TreeNode } from "../../tree/node.ts";
import { folderNode } from "../systems/file-nodes.ts";
import type { AppResource } from "./app.ts";
import { readApp } from "./field-nodes.ts";

/** Where an app's files lie, where it runs, and with how much of everything. Read when it is opened. */
export function deploymentNode(host: Host, ownerId: string, { connection, id }: AppResource): TreeNode {
  return sectionNode(ownerId, {
    name: "deployment",
    label: "Deployment",
    icon: { id: "folder-library" },
    noun: "appDeployment",
    none: "The platform tells nothing of it",
    async load(signal) {
      const app = await readApp(host, connection, id, signal);
      const section = `${ownerId}/deployment`;
      return [...folderOf(host, section, connection, app), ...factsOf(section, app)];
    },
  });
}

/** The folder that an app's files lie in. Those of a public app are in an archive, which is no folder. */
function folderOf(
  host: Host,
  id: string,
  connection: string,
  { isPublic, deploymentSystem, deploymentPath }: App,
): readonly TreeNode[] {
  if (isPublic || !deploymentSystem || !deploymentPath) return [];
  const path = remotePath(connection, deploymentSystem, deploymentPath);
  return [folderNode(host, id, path, { label: "Files", icon: "folder" })];
}

type Known = string | number | boolean | undefined;

function factsOf(id: string, app: App): readonly TreeNode[] {
  const known = (name: string): Known => {
    const value = app[name];
    return typeof value === "object" ? undefined : (value as Known);
  };
  return [
    factNode(id, "deployment system", app.deploymentSystem, "server"),
    factNode(id, "deployment path", app.deploymentPath, "folder"),
    factNode(id, "wrapper script", app.templatePath, "file-code"),
    factNode(id, "test script", app.testPath, "beaker"),
    factNode(id, "execution system", app.executionSystem, "server-process"),
    factNode(id, "execution type", app.executionType),
    factNode(id, "parallelism", app.parallelism),
    factNode(id, "default queue", known("defaultQueue")),
    factNode(id, "default nodes", known("defaultNodeCount")),
    factNode(id, "default processors per node", known("defaultProcessorsPerNode")),
    factNode(id, "default memory per node in GB", known("defaultMemoryPerNode")),
    factNode(id, "default run time", known("defaultMaxRunTime")),
    factNode(id, "checkpointable", known("checkpointable")),
    factNode(id, "help", known("helpURI"), "question"),
  ].filter((node) => node !== undefined);
}
