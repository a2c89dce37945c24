import type { App } from "../../../platforms/agave/answers/apps.ts";
import type { Host } from "../../host.ts";
import { factNode, sectionNode } from "../../resources/section.ts";
import type { NodeSubject, TreeNode } from "../../tree/node.ts";
import type { AppResource } from "./app.ts";
import { readApp } from "./field-nodes.ts";

/** Where the files of an app lie and where it runs. */
export interface DeploymentSubject extends NodeSubject {
  readonly kind: "appDeployment";
  readonly connection: string;
  /** The app's id. */
  readonly app: string;
}

/** Where an app's files lie, where it runs, and with how much of everything. Read when it is opened. */
export function deploymentNode(host: Host, ownerId: string, { connection, id }: AppResource): TreeNode {
  const subject: DeploymentSubject = { kind: "appDeployment", connection, app: id };
  return sectionNode(ownerId, {
    name: "deployment",
    label: "Deployment",
    icon: { id: "folder-library" },
    noun: "appDeployment",
    subject,
    none: "The platform tells nothing of it",
    load: async (signal) => factsOf(`${ownerId}/deployment`, await readApp(host, connection, id, signal)),
  });
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
    factNode(id, "default memory per node", known("defaultMemoryPerNode")),
    factNode(id, "default run time", known("defaultMaxRunTime")),
    factNode(id, "checkpointable", known("checkpointable")),
    factNode(id, "help", known("helpURI"), "question"),
  ].filter((node) => node !== undefined);
}
