import type * as vscode from "vscode";
import { parseLinks } from "../../config/links/parse.ts";
import { parseConfiguration } from "../../config/load.ts";
import type { ConfigurationProblem } from "../../config/problem.ts";
import { configurationFileName } from "../identifiers.ts";
import { workspaceConfigurationFile } from "./locate.ts";
import type { ConfigurationStore } from "./store.ts";

/**
 * What is wrong with the text of a configuration or a links file as it is in the editor; undefined for any other document, and for
 * the links file of another configuration.
 */
export async function problemsIn(
  document: vscode.TextDocument,
  store: ConfigurationStore,
): Promise<readonly ConfigurationProblem[] | undefined> {
  const { uri } = document;
  if (uri.path.endsWith(`/${configurationFileName}`) || uri.fsPath === workspaceConfigurationFile())
    return parseConfiguration(document.getText(), uri.fsPath).problems;
  const { policy, links } = (await store.withoutLinks()) ?? {};
  return policy && links?.file === uri.fsPath ? parseLinks(document.getText(), policy).problems : undefined;
}
