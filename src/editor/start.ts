import * as vscode from "vscode";
import { registerAccounts } from "./accounts/register.ts";
import { callDocuments } from "./calls/documents.ts";
import { registerCommands } from "./commands/register.ts";
import { registerDiagnostics } from "./configuration/diagnostics.ts";
import { ConfigurationStore } from "./configuration/store.ts";
import { registerDocuments } from "./documents/provider.ts";
import { drafts } from "./drafts/drafts.ts";
import { registerEdits } from "./edits/register.ts";
import { followChanges } from "./follow-changes.ts";
import type { Host } from "./host.ts";
import { viewIdOf } from "./identifiers.ts";
import { registerJobOutputs } from "./job-outputs/register.ts";
import { registerFilterLanguage } from "./language/register.ts";
import { registerPlanFiles } from "./plan-files/register.ts";
import { registerRemoteFiles } from "./remote-files/register.ts";
import { type ResourceViewName, resourceViewNames } from "./resources/catalogue.ts";
import { ResourceModel } from "./resources/model.ts";
import { resourceRoots } from "./resources/roots.ts";
import { SandboxHolder } from "./sandbox/holder.ts";
import { Expiries } from "./secrets/expiries.ts";
import { followSecrets } from "./secrets/follow.ts";
import { Secrets } from "./secrets/store.ts";
import { Sessions } from "./sessions.ts";
import { registerStatusBar } from "./status/status-bar.ts";
import { createNodeView, type Drop, type NodeView } from "./tree/view.ts";
import { editorAsk } from "./ui/editor-ask.ts";
import { viewNames } from "./view-names.ts";
import { ReconciliationModel } from "./views/reconciliation/model.ts";
import { reconciliationRoots } from "./views/reconciliation/reconciliation.ts";

let started: Host | undefined;

/** Puts Rollcall together and registers all of it. Answers what tests may take hold of, in a test, and nothing else. */
export function startRollcall(context: vscode.ExtensionContext): unknown {
  const host = createHost(context);
  started = host;
  const accounts = registerAccounts(host);
  context.subscriptions.push(
    host.log,
    host.configuration,
    host.reconciliation,
    ...host.views.values(),
    followChanges(host),
    registerCommands(host),
    registerDocuments(host),
    registerRemoteFiles(host),
    registerJobOutputs(host),
    callDocuments.register(),
    drafts.register(),
    registerEdits(host),
    registerDiagnostics(host.configuration),
    registerFilterLanguage(host),
    registerPlanFiles(host),
    registerStatusBar(host),
    followSecrets(host),
    accounts,
    host.secrets,
    host.expiries,
  );
  if (process.env.ROLLCALL_START_SANDBOX === "1") void openOnTheSandbox();
  return process.env.ROLLCALL_TEST === undefined ? undefined : { host, accounts };
}

/** Where a contributor lands: Rollcall's views, on a fresh sandbox. */
async function openOnTheSandbox(): Promise<void> {
  await vscode.commands.executeCommand("workbench.view.extension.rollcall");
  await vscode.commands.executeCommand("rollcall.startSandbox");
}

/** Closes the session and the sandbox, and removes what the sandbox remembered. */
export async function stopRollcall(): Promise<void> {
  await started?.sessions.close();
  if (started?.sandbox.running === undefined) return;
  const { removeLedger } = await import("./sandbox/ledger.ts");
  await started.sandbox.running.close();
  await removeLedger(started.sandbox.ledgerFile);
}

function createHost(context: vscode.ExtensionContext): Host {
  const log = vscode.window.createOutputChannel("Rollcall", { log: true });
  const sandbox = new SandboxHolder(context);
  const configuration = new ConfigurationStore(
    (file, text) => sandbox.running === undefined && sandbox.wrote(file, text),
  );
  const secrets = new Secrets(context.secrets, async () => {
    const { tellUnkept } = await import("./secrets/tell-unkept.ts");
    tellUnkept(host);
  });
  const ledgerOf = (file: string) => (file === sandbox.writtenFile ? sandbox.ledgerFile : undefined);
  const sessions = new Sessions({ configuration, secrets, log, ledgerOf });
  const views = new Map<string, NodeView>();
  const host: Host = {
    context,
    log,
    ask: editorAsk,
    configuration,
    secrets,
    expiries: new Expiries(context.globalState),
    sessions,
    sandbox,
    resources: resourceModels(sessions, context.workspaceState),
    reconciliation: new ReconciliationModel(),
    views,
  };
  for (const name of viewNames) {
    const id = viewIdOf(name);
    const roots = name === "reconciliation" ? reconciliationRoots(host) : resourceRoots(host, name);
    views.set(id, createNodeView(id, roots, name === "systems" ? dropOn(host) : undefined));
  }
  return host;
}

/** Files are dropped on the folders of systems. */
function dropOn(host: Host): Drop {
  return async (target, transfer) => {
    const { dropFiles } = await import("./views/systems/drop.ts");
    await dropFiles(host, target, transfer);
  };
}

function resourceModels(
  sessions: Sessions,
  memento: vscode.Memento,
): Readonly<Record<ResourceViewName, ResourceModel>> {
  const models = resourceViewNames.map((view) => [view, new ResourceModel(view, sessions, memento)]);
  return Object.fromEntries(models) as Readonly<Record<ResourceViewName, ResourceModel>>;
}
