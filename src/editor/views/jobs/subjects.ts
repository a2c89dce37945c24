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
export interface JobOutputSubject extends NodeSubject, JobPlace {
  readonly kind: "jobOutput";
  /** Below the job's work directory, without a slash before it. */
  readonly path: string;
}
