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
  /** User name of whom it belongs to, where that is known. */
  readonly owner?: string;
}

/** Whose something is, where the platform tells. */
export function ownerOf({ owner }: { readonly owner?: string }): Pick<GrantOwner, "owner"> {
  return owner ? { owner } : {};
}

/** What somebody may do with something. */
export interface Grant {
  readonly user: string;
  readonly level: string;
  /** It is that of the owner, which the platform lets nobody change. */
  readonly fixed?: true;
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
