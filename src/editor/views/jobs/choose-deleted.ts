import type { JobSummary } from "../../../platforms/agave/answers/jobs.ts";
import { givenSubjects } from "../../commands/given.ts";
import type { Host } from "../../host.ts";
import { viewIdOf } from "../../identifiers.ts";
import { logProblem } from "../../operations/log-problem.ts";
import { describeProblem } from "../../problem.ts";
import { choosePlatformConnection } from "../../resources/choose.ts";
import type { ResourceSubject } from "../../resources/resource.ts";
import { withViewProgress } from "../../ui/progress.ts";
import { agaveClient } from "../agave/client.ts";
import type { ListedJob } from "./job.ts";
import { jobLook } from "./status.ts";

/** A job that was deleted. */
interface DeletedJob {
  readonly connection: string;
  readonly id: string;
  /** For people: its id where no more is known. */
  readonly name: string;
}

const byId = "by id";

/** The deleted jobs that a command was run on, or one that the person picks among those that the server knows or names by its id. */
export async function chooseDeletedJobs(
  host: Host,
  given: readonly unknown[],
  title: string,
): Promise<readonly DeletedJob[]> {
  const selected = givenSubjects<ResourceSubject<ListedJob>>(given, "resource", "deleted");
  if (selected.length > 0) return selected;
  const connection = (await choosePlatformConnection(host, given, "jobs", title))?.name;
  if (connection === undefined) return [];
  const deleted = await withViewProgress(viewIdOf("jobs"), () => readDeleted(host, connection));
  const answer =
    deleted.length === 0
      ? byId
      : await host.ask.pick({
          id: "deleted",
          title,
          placeholder: "Which one?",
          choices: [
            ...deleted.map(({ id, name, status, appId }) => ({
              id,
              label: name || id,
              description: [jobLook(status).text, appId, id].filter(Boolean).join(" · "),
              icon: "trash",
            })),
            { id: byId, label: "Another one, by its id…", icon: "edit" },
          ],
        });
  const id = answer === byId ? await askId(host, title) : answer;
  if (typeof id !== "string") return [];
  const name = deleted.find((job) => job.id === id)?.name || id;
  return [{ connection, id, name }];
}

/** The jobs that the server keeps out of its list; none where it does not tell. */
async function readDeleted(host: Host, connection: string): Promise<readonly JobSummary[]> {
  try {
    const client = await agaveClient(host, connection);
    return await client.call("jobs.list", { search: { "visible.eq": "false" } });
  } catch (error) {
    logProblem(host.log, `reading the deleted jobs of ${connection}`, describeProblem(error));
    return [];
  }
}

async function askId(host: Host, title: string): Promise<string | undefined> {
  const answer = await host.ask.input({
    id: "job",
    title,
    prompt: "The id of the deleted job",
    validate: (text) => (text.trim() === "" ? { message: "An id is needed." } : undefined),
  });
  return typeof answer === "string" ? answer.trim() : undefined;
}
