/**
 * What a parameter holds. `list` is several texts joined by commas; `map` is named texts, each sent as a parameter of its own; `json`
 * is any JSON value, or JSON already written as text.
 */
export type ParameterType = "string" | "integer" | "boolean" | "list" | "map" | "json";

/** One parameter of an operation: in the path, the query, a header, or a field of a form. */
export interface Parameter {
  readonly name: string;
  readonly type: ParameterType;
  readonly required?: boolean;
  /** The values it may take, where the platform names them. */
  readonly values?: readonly string[];
  /** Path parameters only: `/` separates segments and is sent as it is, so that `//` survives. */
  readonly keepsSlashes?: boolean;
  /** Path parameters only: an empty text is a value, such as the path of the home directory. */
  readonly mayBeEmpty?: boolean;
  /** Another name under which a document knows it; taken as well. */
  readonly alias?: string;
  /** The connection's setting that is taken where it is not given. */
  readonly fromConnection?: "project";
  /** The name that the server knows it by, where it is another; `{other}` stands for the value of another parameter. `false`: it is not sent by itself. */
  readonly sentAs?: string | false;
  /** Sent as a Mongo query that asks for this field to have the value. */
  readonly asQueryOn?: string;
  /** The server decodes it twice, so that it is encoded twice. */
  readonly decodedTwice?: boolean;
  readonly help: string;
}

/** What an operation's request carries. */
export interface OperationBody {
  /**
   * `json` and `bytes` carry one value, given under `name`. `form` and `multipart` carry `fields`; `multipart` also one `file`, and is
   * sent as a plain form where there is none.
   */
  readonly encoding: "json" | "form" | "multipart" | "bytes";
  readonly required: boolean;
  /** What it holds, under the name that the platform's document gives it. */
  readonly type: string;
  /** The argument that holds the value of `json` and `bytes`; `body` unless stated. */
  readonly name?: string;
  readonly fields?: readonly Parameter[];
  readonly file?: {
    readonly name: string;
    readonly required: boolean;
    readonly help: string;
  };
  /** `bytes`: the most that the server takes. Its length must be stated, so that a stream of unknown length is collected first. */
  readonly maximumBytes?: number;
  /** A body that the platform accepts. */
  readonly example?: unknown;
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
  readonly headers?: readonly Parameter[];
  readonly body?: OperationBody;
  /** `bytes` are held in memory and bounded; a `stream` is read as it comes. */
  readonly answers: "json" | "text" | "bytes" | "stream" | "nothing";
  /** Media type to ask for, where the platform wants another than the encoding's own. */
  readonly accept?: string;
  /** Whether it may be sent again when it is not known what became of it. */
  readonly repeatable: boolean;
  readonly writes: boolean;
  /** Takes no credentials. */
  readonly anonymous?: boolean;
  /** How long the platform may take to answer, in seconds, where that is longer than usual. */
  readonly answersWithin?: number;
  /** `list`: a list of things. `one`: one thing, for which servers may answer a list of one. */
  readonly gives?: "list" | "one";
  /** It lists page by page; which parameter turns the pages. */
  readonly pages?: "offset" | "startIndex";
  /** Whether the platform's document has it, or only its server. */
  readonly from: "seed" | "server";
  /** One line for people. */
  readonly help: string;
  /** What a good answer gives, for people. */
  readonly result: string;
  /** Where the platform's document and its server differ, and what is surprising; one sentence each. */
  readonly notes?: readonly string[];
  /** One sentence: what may be lost where the answer does not arrive, and what to do. */
  readonly ifLost?: string;
  /** Fields of the answer that are secrets which the platform shows this once. */
  readonly shownOnce?: readonly string[];
}

/** A platform's operations by name. */
export type OperationTable = Readonly<Record<string, Operation>>;

/** Makes a table of rows, each named by its key. */
export function tableOf<const Rows extends Readonly<Record<string, Omit<Operation, "name">>>>(
  rows: Rows,
): { readonly [Name in keyof Rows]: Rows[Name] & { readonly name: Name } } {
  const named = Object.entries(rows).map(([name, row]) => [name, { name, ...row }]);
  return Object.fromEntries(named) as { readonly [Name in keyof Rows]: Rows[Name] & { readonly name: Name } };
}
