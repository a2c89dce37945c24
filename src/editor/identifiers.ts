import type { ViewName } from "./view-names.ts";

/** The editor's id of a view. */
export function viewIdOf(name: ViewName): string {
  return `rollcall.${name}`;
}

/** Keys of `when` clauses that Rollcall sets. */
export const contextKeys = {
  /** The kind of the configuration's state: see `ConfigurationState`. */
  state: "rollcall.state",
  /** `fresh`: nothing planned or run yet; `noPolicy`: no `reconcile` section; `plan`: changes to apply; `blocked`: changes over a limit; `unfinished`: a run to resume; `settled`. */
  reconciliation: "rollcall.reconciliation",
  /** `going` or `paused` while a run goes on in this window, and else nothing. */
  run: "rollcall.run",
  planInHand: "rollcall.planInHand",
  sandboxRunning: "rollcall.sandboxRunning",
  /** With `.VIEW` behind it: whether the configuration has a connection that the view shows. */
  connected: "rollcall.connected",
  /** With `.VIEW` behind it: whether that view has a filter. */
  filtered: "rollcall.filtered",
} as const;

/** The authentication provider: its id, and its name in the Accounts menu. */
export const accountsProvider = { id: "rollcall", label: "Rollcall" } as const;

/** The file that configures Rollcall in a workspace folder. */
export const configurationFileName = "rollcall.jsonc";

/** The file beside it of what people have said of accounts, unless the configuration names another. */
export const linksFileName = "rollcall.links.jsonc";

/** The language of plan files. */
export const planLanguage = "rollcall-plan";

/** Scheme of the read-only documents. */
export const documentScheme = "rollcall";

/** Scheme of the files on Agave's systems. */
export const remoteScheme = "rollcall-files";

/** Scheme of what Agave's jobs have written. */
export const outputScheme = "rollcall-outputs";

/** The language of files that hold one SCIM filter each. */
export const filterLanguage = "scim-filter";
