/** A file or folder that a job has written; without names, the folder of all that it has. */
export interface OutputPlace {
  readonly connection: string;
  readonly job: string;
  readonly names: readonly string[];
}

/** The path of an output's address: `/CONNECTION/JOB/a/b`. */
export function outputAddress({ connection, job, names }: OutputPlace): string {
  return `/${[connection, job, ...names].join("/")}`;
}

/** What has this name in a folder. */
export function outputIn({ connection, job, names }: OutputPlace, name: string): OutputPlace {
  return { connection, job, names: [...names, name] };
}

/** The folder that something is in, and its name there; undefined for the folder of all. */
export function splitOutput({
  connection,
  job,
  names,
}: OutputPlace): { readonly folder: OutputPlace; readonly name: string } | undefined {
  const name = names.at(-1);
  return name === undefined ? undefined : { folder: { connection, job, names: names.slice(0, -1) }, name };
}

/** As the operations on outputs take it. */
export function outputArguments({ job, names }: OutputPlace) {
  return { jobId: job, filePath: names.join("/") };
}
