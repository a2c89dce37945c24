import * as vscode from "vscode";
import { remoteScheme } from "../identifiers.ts";
import { type Above, addressPath, isRemotePath, type RemotePath, readAddressPath } from "./path.ts";
import { RemoteFileError } from "./remote-file-error.ts";

/** The address of a file or folder in the editor. */
export function remoteUri(path: RemotePath): vscode.Uri {
  return vscode.Uri.from({ scheme: remoteScheme, path: addressPath(path) });
}

/** What an address stands for. Throws a `RemoteFileError` where it stands for nothing. */
export function placeAt({ path }: vscode.Uri): RemotePath | Above {
  const place = readAddressPath(path);
  if (place !== undefined) return place;
  throw new RemoteFileError(
    "notFound",
    `There is nothing at ${path}: files are below ~ or root, behind the connection and the system.`,
  );
}

/** The file or folder at an address. Throws a `RemoteFileError` where there can be none. */
export function pathAt(uri: vscode.Uri): RemotePath {
  const place = placeAt(uri);
  if (isRemotePath(place)) return place;
  throw new RemoteFileError(
    "refused",
    `${uri.path} is above the files of systems, where nothing is changed.`,
  );
}
