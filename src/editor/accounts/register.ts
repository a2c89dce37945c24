import * as vscode from "vscode";
import type { Host } from "../host.ts";
import { accountsProvider } from "../identifiers.ts";
import type { Accounts } from "./accounts.ts";

/** Makes the accounts known to the editor. They are loaded when it asks for them, or when there is something to tell. */
export function registerAccounts(host: Host): vscode.AuthenticationProvider & vscode.Disposable {
  const changed = new vscode.EventEmitter<vscode.AuthenticationProviderAuthenticationSessionsChangeEvent>();
  let loading: Promise<Accounts> | undefined;
  const accounts = () => {
    loading ??= import("./accounts.ts").then(({ Accounts }) => new Accounts(host, changed));
    return loading;
  };
  const provider: vscode.AuthenticationProvider = {
    onDidChangeSessions: changed.event,
    getSessions: async (scopes, options) => (await accounts()).getSessions(scopes, options),
    createSession: async (scopes, options) => (await accounts()).createSession(scopes, options),
    removeSession: async (id) => (await accounts()).removeSession(id),
  };
  const { id, label } = accountsProvider;
  const subscriptions = [
    vscode.authentication.registerAuthenticationProvider(id, label, provider, {
      supportsMultipleAccounts: true,
    }),
    host.secrets.onDidChange(async (place) => (await accounts()).tellChanges(place)),
    host.configuration.onDidChange(async () => (await accounts()).tellChanges()),
    changed,
  ];
  return { ...provider, dispose: () => vscode.Disposable.from(...subscriptions).dispose() };
}
