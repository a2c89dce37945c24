import type { NodeSubject } from "../tree/node.ts";
import type { GrantKindName } from "./kinds.ts";

/** Something that people are given access to. */
export interface GrantOwner {
  readonly kind: GrantKindName;
  readonly connection: string;
  /** As the operations take it. */
  readonly id: string;
  /** For people. */
  readonly name: string;
}

/** What somebody may do with something. */
export interface Grant {
  readonly user: string;
  readonly level: string;
}

/** The section of an owner's grants. */
export interface GrantsSubject extends NodeSubject {
  readonly kind: "grants";
  readonly connection: string;
  readonly owner: GrantOwner;
}

/** One grant. */
export interface GrantSubject extends NodeSubject {
  readonly kind: "grant";
  readonly connection: string;
  readonly owner: GrantOwner;
  readonly grant: Grant;
}
