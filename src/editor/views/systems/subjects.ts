import type { StoredCredential } from "../../../platforms/agave/answers/systems.ts";
import type { RemoteEntry } from "../../remote-files/entry.ts";
import type { RemotePath } from "../../remote-files/path.ts";
import type { NodeSubject } from "../../tree/node.ts";

/** A system on a connection. */
export interface SystemPlace {
  readonly connection: string;
  readonly system: string;
  /** For people. */
  readonly name: string;
}

/** The section of a system's credentials. */
export interface CredentialsSubject extends NodeSubject, SystemPlace {
  readonly kind: "credentials";
}

/** One credential of a system, without what is secret of it. */
export interface CredentialSubject extends NodeSubject, SystemPlace {
  readonly kind: "credential";
  readonly credential: StoredCredential;
}

/** A file or folder of a system; without an entry, one of the folders that a system is entered by. */
export interface RemoteFileSubject extends NodeSubject {
  readonly kind: "remoteFile";
  readonly connection: string;
  readonly path: RemotePath;
  readonly isFolder: boolean;
  readonly entry?: RemoteEntry;
}
