import { contextKeys } from "../identifiers.ts";
import { viewNames } from "../view-names.ts";
import { connected, ready, usable } from "./clauses.ts";
import type { CommandDeclaration } from "./declaration.ts";

/** The sandbox, the configuration, and signing in. */
export const connectionCommands: readonly CommandDeclaration[] = [
  {
    name: "startSandbox",
    title: "Start Sandbox",
    icon: "beaker",
    enablement: `!${contextKeys.sandboxRunning}`,
    titles: [{ in: viewNames, when: `!${contextKeys.sandboxRunning}`, group: "7_sandbox@1" }],
  },
  {
    name: "stopSandbox",
    title: "Stop Sandbox",
    icon: "debug-stop",
    enablement: contextKeys.sandboxRunning,
    titles: [{ in: viewNames, when: contextKeys.sandboxRunning, group: "7_sandbox@1" }],
  },
  {
    name: "addConnection",
    title: "Add Connection…",
    icon: "add",
    titles: [{ in: viewNames, when: `${contextKeys.state} != restricted`, group: "5_configuration@1" }],
  },
  {
    name: "openConfiguration",
    title: "Open Configuration",
    icon: "gear",
    titles: [
      {
        in: viewNames,
        when: `${contextKeys.state} =~ /^(ready|noScim|broken)$/`,
        group: "5_configuration@2",
      },
    ],
  },
  {
    name: "signIn",
    title: "Sign In…",
    icon: "key",
    enablement: usable,
    items: [
      { on: "failure +signIn", groups: ["inline@2", "1_failure@2"] },
      { on: "connection +signIn", groups: ["2_connection@1"] },
    ],
  },
  {
    name: "signOut",
    title: "Sign Out",
    icon: "sign-out",
    enablement: usable,
    items: [{ on: "connection +signIn", groups: ["9_destructive@1"] }],
  },
  {
    name: "probeConnection",
    title: "Probe Connection…",
    icon: "search",
    enablement: usable,
    items: [{ on: "connection", groups: ["2_connection@2"] }],
  },
  {
    name: "testFilter",
    title: "Test Filter…",
    icon: "filter",
    enablement: usable,
    titles: [
      { in: "users", when: connected("users"), group: "1_view@3" },
      { in: "reconciliation", when: ready, group: "1_plan@3" },
    ],
  },
  {
    name: "forgetSignIns",
    title: "Forget Unused Sign-Ins…",
    icon: "trash",
  },
  {
    name: "showStatus",
    title: "Show Status…",
    icon: "pulse",
  },
];
