import { connected } from "./clauses.ts";
import type { CommandDeclaration } from "./declaration.ts";

const enablement = connected("jobs");

/** Jobs of Agave. */
export const jobCommands: readonly CommandDeclaration[] = [
  {
    name: "openJobOutput",
    title: "Open Output of Job…",
    icon: "go-to-file",
    enablement,
    items: [{ on: "jobOutput +file", groups: ["4_open@1"] }],
  },
  {
    name: "downloadJobOutput",
    title: "Download Output of Job…",
    icon: "desktop-download",
    enablement,
    items: [{ on: "jobOutput +file", groups: ["inline@1", "4_open@2"] }],
  },
  {
    name: "openJobHistory",
    title: "Open History of Job…",
    icon: "history",
    enablement,
    items: [{ on: "job|jobHistory", groups: ["4_open@3"] }],
  },
  {
    name: "stopJob",
    title: "Stop Job…",
    icon: "debug-stop",
    enablement,
    items: [{ on: "job +unfinished", groups: ["inline@1", "2_change@1"] }],
  },
  {
    name: "resubmitJob",
    title: "Resubmit Job…",
    icon: "debug-restart",
    enablement,
    items: [
      { on: "job +final", groups: ["inline@1"] },
      { on: "job", groups: ["2_change@2"] },
    ],
  },
  {
    name: "restoreJob",
    title: "Restore Job…",
    icon: "discard",
    enablement,
    titles: [{ in: "jobs", when: enablement, group: "2_jobs@2" }],
  },
  {
    name: "deleteJob",
    title: "Delete Job…",
    icon: "trash",
    enablement,
    items: [{ on: "job", groups: ["9_destructive@1"] }],
  },
];
