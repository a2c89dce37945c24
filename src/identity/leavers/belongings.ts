import type { AccessOptions } from "../access.ts";

/** What may belong to somebody on a platform that keeps no accounts of people. */
export interface Belonging {
  readonly kind: "serviceUser" | "service";
  readonly id: string;
  /** How people read it. */
  readonly label: string;
  /** E-mail addresses that it carries. */
  readonly emails: readonly string[];
  /** Texts that may name somebody. */
  readonly texts: readonly string[];
}

/** Everything of one connection that may belong to somebody. */
export interface BelongingsReading {
  readonly connection: string;
  readonly belongings: readonly Belonging[];
}

/** A connection seen as a set of such things. Rejects with a `DirectoryFailure`. */
export interface BelongingsDirectory {
  readonly connection: string;
  readBelongings(options?: AccessOptions): Promise<BelongingsReading>;
}
