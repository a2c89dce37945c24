import { platformFacts } from "../../config/platform-facts.ts";
import { contextKeys, viewIdOf } from "../identifiers.ts";
import { type ResourceViewName, resourceViews } from "../resources/catalogue.ts";
import { type ViewName, viewNames } from "../view-names.ts";
import { all, connected, ready, usable } from "./clauses.ts";

interface Welcome {
  readonly view: string;
  readonly when: string;
  readonly contents: string;
}

/** Views that are open from the start; the others open with a click. */
const open: ReadonlySet<ViewName> = new Set(["users", "reconciliation"]);

/** The views as the manifest declares them. */
export function views() {
  return viewNames.map((name) => ({
    id: viewIdOf(name),
    name: isResources(name) ? resourceViews[name].title : "Reconciliation",
    icon: "media/rollcall.svg",
    contextualTitle: "Rollcall",
    size: open.has(name) ? 2 : 1,
    ...(open.has(name) ? {} : { visibility: "collapsed" }),
  }));
}

/** One text for each state in which a view is empty. */
export function welcomes(): readonly Welcome[] {
  return [...viewNames.flatMap((name) => [...unusable(name), unconnected(name)]), ...nothingPlanned];
}

function isResources(name: ViewName): name is ResourceViewName {
  return name !== "reconciliation";
}

const start = "[Start Sandbox](command:rollcall.startSandbox)";
const sandbox =
  "The sandbox runs five research platforms on this machine, with people in them to reconcile. ";
const addConnection = "[Add Connection](command:rollcall.addConnection)";
const orOpenConfiguration = "Or [open the configuration](command:rollcall.openConfiguration).";

function welcome(name: ViewName, when: string, ...lines: readonly string[]): Welcome {
  return { view: viewIdOf(name), when, contents: lines.join("\n") };
}

/** The configuration cannot be used. What the sandbox is, is told in the views that are open from the start. */
function unusable(name: ViewName): readonly Welcome[] {
  const state = (kind: string) => `${contextKeys.state} == ${kind}`;
  const what = open.has(name) ? sandbox : "";
  return [
    welcome(
      name,
      state("noFolder"),
      "No folder is open, so there is no rollcall.jsonc to read.",
      start,
      `${what}Or [open the folder](command:vscode.openFolder) with your configuration.`,
    ),
    welcome(
      name,
      state("missing"),
      "This folder has no rollcall.jsonc yet.",
      start,
      `${what}Or [add a connection](command:rollcall.addConnection) to ${open.has(name) ? "a platform of your own" : platformsOf(name)}.`,
    ),
    welcome(
      name,
      state("sandboxStopped"),
      "This folder's rollcall.jsonc is that of a sandbox, which is stopped.",
      start,
      "Or [open the configuration](command:rollcall.openConfiguration) and make it your own.",
    ),
    welcome(
      name,
      state("broken"),
      "rollcall.jsonc cannot be used as it is.",
      "[Show the Problem](command:rollcall.openConfiguration)",
      "The views come back when it is put right and saved.",
    ),
    welcome(
      name,
      state("restricted"),
      "This folder is not trusted, so Rollcall does not read its rollcall.jsonc and sends no token anywhere.",
      "[Manage Workspace Trust](command:workbench.trust.manage)",
      "Or [start the sandbox](command:rollcall.startSandbox), which needs nothing from this folder.",
    ),
  ];
}

/** The configuration has no connection that the view could show. */
function unconnected(name: ViewName): Welcome {
  if (!isResources(name))
    return welcome(
      name,
      `${contextKeys.state} == noScim`,
      "Reconciling needs a connection to Genestack ODM or another SCIM server as its target.",
      addConnection,
      orOpenConfiguration,
    );
  return welcome(
    name,
    all(usable, `!${connected(name)}`),
    `rollcall.jsonc has no connection to ${platformsOf(name)}, so there are no ${resourceViews[name].title.toLowerCase()} to show.`,
    addConnection,
    orOpenConfiguration,
  );
}

function platformsOf(name: ViewName): string {
  if (!isResources(name)) return "a platform of your own";
  const [first, ...others] = resourceViews[name].platforms.map((platform) => platformFacts[platform].title);
  return others.length === 0 ? `${first}` : `${first} or another SCIM server`;
}

const nothingPlanned: readonly Welcome[] = [
  welcome(
    "reconciliation",
    all(ready, `${contextKeys.reconciliation} == noPolicy`),
    "rollcall.jsonc has no reconcile section, so there is nothing to compare.",
    "[Open Configuration](command:rollcall.openConfiguration)",
    'Type "reconcile" in it: the editor completes the rest.',
  ),
  welcome(
    "reconciliation",
    all(ready, `${contextKeys.reconciliation} == fresh`),
    "Compare the users with the accounts on the other platforms. Nothing is written that you have not seen and approved.",
    "[Reconcile Identities](command:rollcall.reconcile)",
    "Or only [check for drift](command:rollcall.checkDrift).",
  ),
];
