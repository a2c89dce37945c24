import type { AgaveContext } from "../context.ts";
import { defaultStorage } from "../files/place.ts";
import { type FileStore, readAgaveUrl, resolvePath } from "../files/store.ts";
import { type FileTree, joinPath } from "../files/tree.ts";
import type { SystemRecord } from "../systems/record.ts";
import { type JobRecord, workFolder } from "./record.ts";

/** Where the output of a job is. */
export interface OutputFolder {
  readonly system: SystemRecord;
  readonly tree: FileTree;
  readonly path: string;
}

type Tools = Pick<AgaveContext, "systems"> & { readonly files: FileStore };

/** The folder of a job's output: its archive once it is there, else where it runs. Undefined where a system is gone. */
export function outputFolder({ systems, files }: Tools, job: JobRecord): OutputFolder | undefined {
  const archived = job.archive && (job.status === "FINISHED" || job.status === "ARCHIVING_FINISHED");
  const system = systems.get(archived ? job.archiveSystem : job.executionSystem);
  if (system === undefined) return undefined;
  const path = archived ? archiveFolder(system, job) : workFolder(job);
  return { system, tree: files.tree(system), path };
}

/** Writes what a job leaves when it ran: its log, its errors and its result. */
export function writeOutput(tools: Tools, job: JobRecord): void {
  const system = tools.systems.get(job.executionSystem);
  if (system === undefined) return;
  const tree = tools.files.tree(system);
  const { inputs, parameters, appId, id } = job;
  const outputs: Readonly<Record<string, string>> = {
    [`${fileName(job)}.out`]: `${appId} ran as job ${id}.\n${JSON.stringify({ inputs, parameters }, null, 2)}\n`,
    [`${fileName(job)}.err`]: `Job ${id} reported no errors.\n`,
    "output/result.txt": `inputs: ${Object.keys(inputs).length}\nparameters: ${Object.keys(parameters).length}\n`,
  };
  for (const [path, text] of Object.entries(outputs)) {
    tree.write(joinPath(workFolder(job), path), new TextEncoder().encode(text));
  }
}

/** Copies the output of a job to its archive, and removes it from where it ran. */
export function archiveOutput({ systems, files }: Tools, job: JobRecord): void {
  const [from, to] = [systems.get(job.executionSystem), systems.get(job.archiveSystem)];
  if (from === undefined || to === undefined) return;
  const [source, target] = [files.tree(from), files.tree(to)];
  const root = workFolder(job);
  for (const path of source.below(root)) {
    const node = source.get(path);
    if (node?.type === "file") {
      target.write(joinPath(archiveFolder(to, job), path.slice(root.length)), node.bytes);
    }
  }
  source.remove(root);
}

/** The first input of a job that is not on the system it should be on; undefined where all are, or are elsewhere. */
export function missingInput(
  { systems, files }: Tools,
  job: JobRecord,
  defaults: unknown,
): string | undefined {
  const usual = JSON.stringify(defaults ?? null);
  const uris = Object.values(job.inputs).flat().map(String);
  return uris.find((uri) => !usual.includes(JSON.stringify(uri)) && !isThere(uri));

  function isThere(uri: string): boolean {
    const onSystem = readAgaveUrl(uri);
    if (onSystem === undefined && /^[a-z][a-z0-9+.-]*:\/\//i.test(uri)) return true;
    const system = onSystem ? systems.get(onSystem.id) : defaultStorage(systems, job.owner);
    if (system === undefined) return false;
    return files.tree(system).get(resolvePath(system, onSystem?.path ?? uri)) !== undefined;
  }
}

const fileName = ({ name, id }: JobRecord): string => `${name.replace(/[^\w.-]+/g, "-").toLowerCase()}-${id}`;

function archiveFolder(system: SystemRecord, { archivePath }: JobRecord): string {
  return resolvePath(system, archivePath);
}
