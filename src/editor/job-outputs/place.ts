import * as vscode from "vscode";
import { outputScheme } from "../identifiers.ts";
import { RemoteFileError } from "../remote-files/remote-file-error.ts";

/** A file or folder that a job has written; without names, the folder of all that it has. */
export interface OutputPlace {
  readonly connection: string;
  readonly job: string;
  readonly names: readonly string[];
}

/** The address of an output in the editor: `/CONNECTION/JOB/a/b`. */
export function outputUri({ connection, job, names }: OutputPlace): vscode.Uri {
  return vscode.Uri.from({ scheme: outputScheme, path: `/${[connection, job, ...names].join("/")}` });
}

/** The output at an address. Throws a `RemoteFileError` where there can be none. */
export function outputAt({ path }: vscode.Uri): OutputPlace {
  const [connection, job, ...names] = path.split("/").filter((name) => name !== "");
  if (connection !== undefined && job !== undefined) return { connection, job, names };
  throw new RemoteFileError(
    "notFound",
    `There is nothing at ${path}: outputs are below a connection and a job.`,
  );
}

/** What has this name in a folder. */
export function outputIn(folder: OutputPlace, name: string): OutputPlace {
  return { ...folder, names: [...folder.names, name] };
}

/** The folder that something is in, and its name there; undefined for the folder of all. */
export function splitOutput({ connection, job, names }: OutputPlace) {
  const name = names.at(-1);
  return name === undefined ? undefined : { folder: { connection, job, names: names.slice(0, -1) }, name };
}

/** As the operations on outputs take it. */
export function outputArguments({ job, names }: OutputPlace) {
  return { jobId: job, filePath: names.join("/") };
}
