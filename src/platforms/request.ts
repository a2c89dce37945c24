import type { HttpBody, HttpRequest } from "../http/message.ts";
import { encode } from "../http/url.ts";
import { collected, contentOf, type Upload, uploadOf } from "./content.ts";
import { multipart } from "./multipart.ts";
import type { Operation, OperationBody, Parameter } from "./operation.ts";
import { type Sent, sentValue } from "./values.ts";

/** What an operation is called with. */
export interface CallArguments {
  /** Path, query and header parameters and the fields of forms, by name; undefined ones are left out. */
  readonly parameters?: Readonly<Record<string, unknown>>;
  /** What the body of `json` and `bytes` holds, before it is encoded. */
  readonly body?: unknown;
  /** The file of a `multipart` body: an `Upload`, or its content alone. */
  readonly file?: unknown;
  readonly signal?: AbortSignal | undefined;
  /** Overrides the bound of the connection, in bytes. */
  readonly maximumBytes?: number;
}

/** What a connection adds to the calls of its operations. */
export interface CallContext {
  /** Precedes the path of every operation. */
  readonly basePath: string;
  /** Values of parameters that are taken from the connection. */
  readonly defaults: Readonly<Record<string, string | undefined>>;
  /** Makes the error for a call that is wrong in itself. */
  readonly invalid: (text: string, advice?: string) => Error;
}

type Parts = Pick<HttpRequest, "method" | "path" | "query" | "headers" | "body">;

/** The request that a call stands for. Rejects with what `context.invalid` makes, before anything is sent. */
export async function requestOf(
  operation: Operation,
  args: CallArguments,
  context: CallContext,
): Promise<Parts> {
  const request = new RequestMaker(operation, args, context);
  return {
    method: operation.method,
    path: `${context.basePath}${request.path()}`,
    query: request.query(),
    headers: request.headers(),
    body: await request.body(),
  };
}

/** All parameters of an operation, wherever they go. */
export function parametersOf({ pathParameters, query, headers, body }: Operation): readonly Parameter[] {
  return [...(pathParameters ?? []), ...(query ?? []), ...(headers ?? []), ...(body?.fields ?? [])];
}

class RequestMaker {
  readonly #operation: Operation;
  readonly #args: CallArguments;
  readonly #context: CallContext;
  readonly #values: Readonly<Record<string, unknown>>;

  constructor(operation: Operation, args: CallArguments, context: CallContext) {
    this.#operation = operation;
    this.#args = args;
    this.#context = context;
    this.#values = this.#named(args.parameters ?? {});
  }

  path(): string {
    return (this.#operation.pathParameters ?? []).reduce((path, parameter) => {
      const value = this.#values[parameter.name];
      const place = `{${parameter.name}}`;
      if (value === undefined && !parameter.required) return path.replace(`/${place}`, "");
      const [[, text] = ["", ""]] = this.#sent(parameter, value ?? "");
      return path.replace(place, () => this.#segments(parameter, text));
    }, this.#operation.path);
  }

  query(): Sent {
    const sent = (this.#operation.query ?? []).flatMap((parameter) => this.#given(parameter));
    const twice = sent.find(([name], index) => sent.findIndex(([other]) => other === name) !== index);
    if (twice !== undefined) throw this.#wrong(`would send "${twice[0]}" twice`, "Give it once.");
    return sent;
  }

  headers(): Record<string, string> {
    const { accept, headers = [] } = this.#operation;
    const sent = headers.flatMap((parameter) => this.#given(parameter));
    const unfit = sent.find(([, value]) => /[^\t\x20-\x7e]/.test(value));
    if (unfit !== undefined) throw this.#wrong(`takes no such "${unfit[0]}": it does not fit into a header`);
    return { ...(accept === undefined ? {} : { accept }), ...Object.fromEntries(sent) };
  }

  async body(): Promise<HttpBody | undefined> {
    const { body } = this.#operation;
    if (body === undefined) return undefined;
    if (body.encoding === "form" || body.encoding === "multipart") return this.#form(body);
    const value = this.#args.body;
    if (value !== undefined) return body.encoding === "json" ? this.#json(value) : this.#bytes(body, value);
    if (body.required) throw this.#wrong(`needs a body (${body.type})`);
    return undefined;
  }

  #json(value: unknown): HttpBody {
    const content = jsonOf(value);
    if (content === undefined) throw this.#wrong("needs a body that can be written as JSON");
    return { contentType: "application/json", content };
  }

  async #bytes(body: OperationBody, value: unknown): Promise<HttpBody> {
    const upload = this.#upload(body.name ?? "body", value);
    const contentType = upload.contentType ?? "application/octet-stream";
    const content = contentOf(upload);
    const maximum = body.maximumBytes ?? Number.POSITIVE_INFINITY;
    if (content.length !== undefined && content.length <= maximum) return { contentType, content };
    const whole = content.length === undefined ? await this.#collected(content, maximum) : undefined;
    if (whole !== undefined) return { contentType, content: whole };
    throw this.#wrong(`takes ${maximum} bytes at most`);
  }

  async #collected(...[content, maximum]: Parameters<typeof collected>): Promise<Uint8Array | undefined> {
    try {
      return await collected(content, maximum);
    } catch (error) {
      throw this.#context.invalid((error as Error).message);
    }
  }

  #form(body: OperationBody): HttpBody {
    const fields = (body.fields ?? []).flatMap((parameter) => this.#given(parameter));
    const { file } = body;
    if (file !== undefined && this.#args.file !== undefined) {
      return multipart(fields, file.name, this.#upload(file.name, this.#args.file));
    }
    if (file?.required) throw this.#wrong(`needs the file "${file.name}"`);
    if (body.required && fields.length === 0) throw this.#wrong(`needs a body (${body.type})`);
    const content = new URLSearchParams(
      fields.map(([name, value]): [string, string] => [name, value]),
    ).toString();
    return { contentType: "application/x-www-form-urlencoded", content };
  }

  #upload(name: string, value: unknown): Upload {
    const upload = uploadOf(value);
    if (upload === undefined) throw this.#wrong(`needs bytes, a text or a stream as "${name}"`);
    return upload;
  }

  /** The values by the parameters' own names. Refuses names that the operation does not know. */
  #named(given: Readonly<Record<string, unknown>>): Record<string, unknown> {
    const parameters = parametersOf(this.#operation);
    const values: Record<string, unknown> = {};
    for (const { name, fromConnection } of parameters) {
      if (fromConnection !== undefined) values[name] = this.#context.defaults[fromConnection];
    }
    for (const [name, value] of Object.entries(given)) {
      const parameter = parameters.find((each) => each.name === name || each.alias === name);
      if (parameter === undefined) throw this.#unknown(name, parameters);
      if (value !== undefined) values[parameter.name] = value;
    }
    return values;
  }

  #unknown(name: string, parameters: readonly Parameter[]): Error {
    const known = parameters.map((parameter) => parameter.name);
    const list = known.length === 0 ? "it takes none" : `it takes ${known.join(", ")}`;
    return this.#wrong(`has no parameter "${name}"`, `Correct the name; ${list}.`);
  }

  #given(parameter: Parameter): Sent {
    const value = this.#values[parameter.name];
    if (value !== undefined) return this.#sent(parameter, value);
    if (parameter.required) throw this.#wrong(`needs "${parameter.name}"`, parameter.help);
    return [];
  }

  #sent(parameter: Parameter, value: unknown): Sent {
    const { name, values, sentAs = name } = parameter;
    if (sentAs === false) {
      if (values?.includes(String(value))) return [];
      throw this.#wrong(`has no ${name} "${String(value)}"`, `Use one of ${(values ?? []).join(", ")}.`);
    }
    const sent = sentValue(parameter, this.#filled(sentAs), value);
    if ("expected" in sent) throw this.#wrong(`needs ${sent.expected} as "${name}"`, parameter.help);
    return sent;
  }

  #filled(name: string): string {
    return name.replace(/\{(\w+)\}/g, (_, other: string) => String(this.#values[other] ?? ""));
  }

  #segments(parameter: Parameter, value: string): string {
    const segments = parameter.keepsSlashes ? value.split("/") : [value];
    const isMissing = value === "" && !parameter.mayBeEmpty;
    if (isMissing && parameter.fromConnection !== undefined) {
      const setting = parameter.fromConnection;
      throw this.#wrong(`needs "${parameter.name}"`, `Give it, or set ${setting} for the connection.`);
    }
    if (isMissing || segments.some((segment) => segment === "." || segment === "..")) {
      throw this.#wrong(`needs "${parameter.name}", and "${value}" cannot stand in a path`);
    }
    return segments.map(encode).join("/");
  }

  #wrong(text: string, advice?: string): Error {
    return this.#context.invalid(`${this.#operation.name} ${text}`, advice);
  }
}

/** A value as JSON; undefined where it holds what JSON cannot, such as a circle. */
function jsonOf(value: unknown): string | undefined {
  try {
    return JSON.stringify(value);
  } catch {
    return undefined;
  }
}
