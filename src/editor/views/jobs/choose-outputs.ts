import type { Host } from "../../host.ts";
import { chooseSubjects } from "../../tree/choose.ts";
import type { JobOutputSubject } from "./subjects.ts";

/** The files of jobs' outputs that a command was run on, or one that the person picks. */
export function chooseOutputs(
  host: Host,
  given: readonly unknown[],
  title: string,
): Promise<readonly JobOutputSubject[]> {
  return chooseSubjects<JobOutputSubject>(host, given, {
    kind: "jobOutput",
    title,
    view: "jobs",
    path: ["job", "jobOutputs", "jobOutput"],
    flag: "file",
    none: "The job has no output of which this can be done.",
  });
}
