import { givenSubject } from "../../commands/given.ts";
import type { Host } from "../../host.ts";
import { chooseResources } from "../../resources/choose.ts";
import type { JobResource, ListedJob } from "./job.ts";
import type { JobPlace, JobSectionSubject } from "./subjects.ts";

/** Which jobs something can be done with, and what is said where there is none. */
interface Eligibility {
  readonly test: (job: ListedJob) => boolean;
  readonly none: string;
}

const listed: Eligibility = { test: () => true, none: "A deleted job is restored before anything else." };

/** The jobs that a command was run on, or one that the person picks; those that it cannot be done with are left out, and deleted ones. */
export function chooseJobs(
  host: Host,
  given: readonly unknown[],
  title: string,
  { test, none }: Eligibility = listed,
): Promise<readonly JobResource[]> {
  const eligible = { test: ({ data }: JobResource) => data.deleted !== true && test(data), none };
  return chooseResources<ListedJob>(host, given, "jobs", { title, eligible });
}

/** The job whose section a command was run on, or the jobs as `chooseJobs` has them. */
export async function chooseJobPlaces(
  host: Host,
  given: readonly unknown[],
  title: string,
): Promise<readonly JobPlace[]> {
  const section =
    givenSubject<JobSectionSubject>(given, "jobHistory") ??
    givenSubject<JobSectionSubject>(given, "jobOutputs");
  if (section !== undefined) return [section];
  const jobs = await chooseJobs(host, given, title);
  return jobs.map(({ connection, id, name }) => ({ connection, job: id, name }));
}
