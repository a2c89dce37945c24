import type { JobSummary } from "../../../platforms/agave/answers/jobs.ts";
import { givenSubject } from "../../commands/given.ts";
import type { Host } from "../../host.ts";
import { chooseResources } from "../../resources/choose.ts";
import type { JobPlace, JobSectionSubject } from "./subjects.ts";

/** The jobs that a command was run on, by themselves or by one of their sections, or one that the person picks. */
export async function chooseJobs(
  host: Host,
  given: readonly unknown[],
  title: string,
): Promise<readonly JobPlace[]> {
  const section =
    givenSubject<JobSectionSubject>(given, "jobHistory") ??
    givenSubject<JobSectionSubject>(given, "jobOutputs");
  if (section !== undefined) return [section];
  const jobs = await chooseResources<JobSummary>(host, given, "jobs", { title });
  return jobs.map(({ connection, id, name }) => ({ connection, job: id, name }));
}
