import { givenSubject, givenSubjects } from "../../commands/given.ts";
import type { Host } from "../../host.ts";
import { viewIdOf } from "../../identifiers.ts";
import { jobOutputsOf } from "../../job-outputs/job-outputs.ts";
import { type OutputPlace, outputIn } from "../../job-outputs/place.ts";
import { withViewProgress } from "../../ui/progress.ts";
import { sizeText } from "../../ui/size.ts";
import { chooseJobPlaces } from "./choose.ts";
import type { JobOutputSubject } from "./subjects.ts";

/** The files of jobs' outputs that a command was run on; where it was run on none, one that the person finds by going down from a job. */
export async function chooseOutputs(
  host: Host,
  given: readonly unknown[],
  title: string,
): Promise<readonly JobOutputSubject[]> {
  const files = givenSubjects<JobOutputSubject>(given, "jobOutput", "file");
  if (files.length > 0) return files;
  const folder = givenSubject<JobOutputSubject>(given, "jobOutput") ?? (await allOf(host, given, title));
  const file = folder && (await chooseBelow(host, title, folder));
  return file === undefined ? [] : [file];
}

async function allOf(host: Host, given: readonly unknown[], title: string): Promise<OutputPlace | undefined> {
  const [place] = await chooseJobPlaces(host, given, title);
  return place && { connection: place.connection, job: place.job, names: [] };
}

async function chooseBelow(
  host: Host,
  title: string,
  folder: OutputPlace,
): Promise<JobOutputSubject | undefined> {
  const { entries } = await withViewProgress(viewIdOf("jobs"), () => jobOutputsOf(host).list(folder));
  if (entries.length === 0) {
    const message = "There is no output in here.";
    await host.ask.offer({ id: "none", level: "information", message, actions: [] });
    return undefined;
  }
  const answer = await host.ask.pick({
    id: "output",
    title,
    placeholder: ["Which one?", ...folder.names].join(" / "),
    choices: entries.map(({ name, isFolder, size }) => ({
      id: name,
      label: name,
      description: isFolder ? "folder" : sizeText(size),
      icon: isFolder ? "folder" : "file",
    })),
  });
  const entry = entries.find(({ name }) => name === answer);
  if (entry === undefined) return undefined;
  const { name, size } = entry;
  const place = outputIn(folder, name);
  return entry.isFolder ? chooseBelow(host, title, place) : { kind: "jobOutput", ...place, name, size };
}
