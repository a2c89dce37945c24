/** The views of the sidebar, in its order. Their ids are these with `rollcall.` before them. */
export const viewNames = [
  "users",
  "serviceUsers",
  "actors",
  "apps",
  "jobs",
  "systems",
  "services",
  "reconciliation",
] as const;

export type ViewName = (typeof viewNames)[number];
