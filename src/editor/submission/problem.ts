/** Something about a job request, at a place in it. */
export interface RequestProblem {
  /** Names of fields and places in lists, from the outside in. Empty for the request as a whole. */
  readonly path: readonly (string | number)[];
  /** Whether it is about the name at that place, and not what stands there. */
  readonly ofName?: true;
  /** Names the field: `inputs.reads is needed`. */
  readonly message: string;
  /** Such a request can be sent all the same. */
  readonly warning?: true;
}
