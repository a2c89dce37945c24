import type { Metadata } from "../../platforms/agave/answers/meta.ts";
import type { PartSubject } from "../resources/parts.ts";
import type { AttachedSubject } from "../resources/show-sections.ts";

/** The section of the metadata that is associated with something. */
export interface MetadataSectionSubject extends AttachedSubject {
  readonly kind: "metadataSection";
  /** What it is associated with, for people. */
  readonly name: string;
}

/** A piece of metadata as an item. */
export interface MetadataSubject extends PartSubject<Metadata> {
  readonly kind: "metadata";
}
