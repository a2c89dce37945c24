import type { Job } from "../../../platforms/agave/answers/jobs.ts";
import type { Resource } from "../../resources/resource.ts";
import { isFinal } from "./status.ts";

/** A job as the view knows it. */
export interface ListedJob extends Job {
  /** Whether it was deleted: the server lists such jobs where they are searched for, and does not say so. */
  readonly deleted?: true;
}

export type JobResource = Resource<ListedJob>;

/** Whether a job may change by itself. */
export function isUnderWay({ status, deleted }: ListedJob): boolean {
  return deleted !== true && !isFinal(status);
}
