import type * as vscode from "vscode";
import type { ConfigurationStore } from "./configuration/store.ts";
import type { ResourceViewName } from "./resources/catalogue.ts";
import type { ResourceModel } from "./resources/model.ts";
import type { SandboxHolder } from "./sandbox/holder.ts";
import type { Expiries } from "./secrets/expiries.ts";
import type { Secrets } from "./secrets/store.ts";
import type { Sessions } from "./sessions.ts";
import type { NodeView } from "./tree/view.ts";
import type { Ask } from "./ui/ask.ts";
import type { ReconciliationModel } from "./views/reconciliation/model.ts";

/** All that commands and views share. */
export interface Host {
  readonly context: vscode.ExtensionContext;
  readonly log: vscode.LogOutputChannel;
  /** Who answers questions. Tests put somebody else here. */
  ask: Ask;
  readonly configuration: ConfigurationStore;
  readonly secrets: Secrets;
  readonly expiries: Expiries;
  readonly sessions: Sessions;
  readonly sandbox: SandboxHolder;
  readonly resources: Readonly<Record<ResourceViewName, ResourceModel>>;
  readonly reconciliation: ReconciliationModel;
  /** By the views' ids. */
  readonly views: ReadonlyMap<string, NodeView>;
}
