import type { CommandTable } from "../command.ts";

/** Jobs of Agave. */
export const jobCommands: CommandTable = {
  "rollcall.openJobOutput": () => import("./open-job-output.ts"),
  "rollcall.downloadJobOutput": () => import("./download-job-output.ts"),
  "rollcall.openJobHistory": () => import("./open-job-history.ts"),
  "rollcall.stopJob": () => import("./stop-job.ts"),
  "rollcall.resubmitJob": () => import("./resubmit-job.ts"),
  "rollcall.restoreJob": () => import("./restore-job.ts"),
  "rollcall.deleteJob": () => import("./delete-job.ts"),
};
