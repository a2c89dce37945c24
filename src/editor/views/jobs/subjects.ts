import type { OutputPlace } from "../../job-outputs/place.ts";
import type { NodeSubject } from "../../tree/node.ts";

/** A job on a connection. */
export interface JobPlace {
  readonly connection: string;
  readonly job: string;
  /** For people. */
  readonly name: string;
}

/** The section of a job's history or of its outputs. */
export interface JobSectionSubject extends NodeSubject, JobPlace {
  readonly kind: "jobHistory" | "jobOutputs";
}

/** A file or folder of a job's output. */
export interface JobOutputSubject extends NodeSubject, OutputPlace {
  readonly kind: "jobOutput";
  readonly name: string;
  /** In bytes; 0 for a folder. */
  readonly size: number;
}
