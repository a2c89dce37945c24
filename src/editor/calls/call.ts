/** What is sent beside the parameters: a text that was typed, or a file. */
export type CallContent =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "file"; readonly path: string };

/** One call of an operation, all filled in. */
export interface Call {
  readonly connection: string;
  readonly operation: string;
  /** As they were typed, by the names of the row. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly content?: CallContent;
  /** Absolute path of the file that the answer goes into, where it is no document. */
  readonly destination?: string;
}

/** A call as it is remembered: neither what it carried nor parameters that look secret. */
export type RememberedCall = Pick<Call, "connection" | "operation" | "parameters">;

/** The parameters in one line. */
export function parametersText({ parameters }: RememberedCall): string {
  return Object.entries(parameters)
    .map(([name, value]) => `${name}=${value}`)
    .join(" ");
}
