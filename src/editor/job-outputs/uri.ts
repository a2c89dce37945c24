import * as vscode from "vscode";
import { outputScheme } from "../identifiers.ts";
import { RemoteFileError } from "../remote-files/remote-file-error.ts";
import { type OutputPlace, outputAddress } from "./place.ts";

/** The address of an output in the editor. */
export function outputUri(place: OutputPlace): vscode.Uri {
  return vscode.Uri.from({ scheme: outputScheme, path: outputAddress(place) });
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
