/** The views that the manifest declares. */
export const viewIds = {
  users: "rollcall.users",
  serviceUsers: "rollcall.serviceUsers",
  services: "rollcall.services",
  reconciliation: "rollcall.reconciliation",
} as const;

/** Keys of `when` clauses that Rollcall sets. */
export const contextKeys = {
  /** The kind of the configuration's state: see `ConfigurationState`. */
  state: "rollcall.state",
  /** `fresh`: nothing planned or run yet; `noPolicy`: no `reconcile` section; `plan`: changes to apply; `unfinished`: a run to resume; `settled`. */
  reconciliation: "rollcall.reconciliation",
  planInHand: "rollcall.planInHand",
  usersFiltered: "rollcall.usersFiltered",
  sandboxRunning: "rollcall.sandboxRunning",
  /** With `.PLATFORM` behind it: whether the configuration has a connection to that platform. */
  connected: "rollcall.connected",
  /** With `.VIEW` behind it: whether that view of resources has a filter. */
  filtered: "rollcall.filtered",
} as const;

/** The file that configures Rollcall in a workspace folder. */
export const configurationFileName = "rollcall.jsonc";

/** Scheme of the read-only documents. */
export const documentScheme = "rollcall";
