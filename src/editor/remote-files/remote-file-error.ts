/** What is in the way, found out here and not told by the server. */
export type RemoteFileErrorKind =
  | "exists"
  | "notFound"
  | "isFolder"
  | "noFolder"
  /** It is not done, whoever asks. */
  | "refused"
  /** It cannot be done now, or it is not known whether it was done. */
  | "unsettled";

/** Why something was not done with a remote file. The message names the file and the way out. */
export class RemoteFileError extends Error {
  override readonly name = "RemoteFileError";
  readonly kind: RemoteFileErrorKind;

  constructor(kind: RemoteFileErrorKind, message: string) {
    super(message);
    this.kind = kind;
  }
}
