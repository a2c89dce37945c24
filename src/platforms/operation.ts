/** One parameter of an operation, in the path or the query. */
export interface Parameter {
  readonly name: string;
  readonly type: "string" | "integer" | "boolean";
  readonly required?: boolean;
  /** The values it may take, where the platform names them. */
  readonly values?: readonly string[];
  /** Path parameters only: `/` separates segments and is sent as it is. */
  readonly keepsSlashes?: boolean;
  readonly help: string;
}

/** What an operation's request carries. */
export interface OperationBody {
  readonly encoding: "json" | "form";
  readonly required: boolean;
  /** What it holds, under the name that the platform's document gives it. */
  readonly type: string;
}

/** One operation of a platform: a row of its table. */
export interface Operation {
  /** As in the platform's own document. */
  readonly name: string;
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** Below the platform's base path; `{name}` stands for a path parameter. */
  readonly path: string;
  readonly pathParameters?: readonly Parameter[];
  readonly query?: readonly Parameter[];
  readonly body?: OperationBody;
  readonly answers: "json" | "text" | "bytes" | "nothing";
  /** Media type to ask for, where the platform wants another than the encoding's own. */
  readonly accept?: string;
  /** Whether it may be sent again when it is not known what became of it. */
  readonly repeatable: boolean;
  readonly writes: boolean;
  /** Takes no credentials. */
  readonly anonymous?: boolean;
  /** One line for people. */
  readonly help: string;
}
