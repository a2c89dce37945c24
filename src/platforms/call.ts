import type { HttpClient } from "../http/client.ts";
import { PlatformError } from "../http/error.ts";
import type { HttpBody } from "../http/message.ts";
import { encode } from "../http/url.ts";
import type { Operation, Parameter } from "./operation.ts";

/** What an operation is called with. */
export interface CallArguments {
  /** Path and query parameters by name; undefined ones are left out. */
  readonly parameters?: Readonly<Record<string, string | number | boolean | undefined>>;
  /** What the body holds, before it is encoded. */
  readonly body?: unknown;
  readonly signal?: AbortSignal | undefined;
  readonly maximumBytes?: number;
}

/** Sends any row of an operation table. */
export class Caller {
  readonly connection: string;
  readonly #http: HttpClient;
  readonly #basePath: string;
  readonly #close: () => Promise<void>;

  /** `basePath` precedes the path of every operation; `close` releases what the connection holds, by default the HTTP client alone. */
  constructor(http: HttpClient, connection: string, basePath: string, close = () => http.close()) {
    this.connection = connection;
    this.#http = http;
    this.#basePath = basePath.replace(/\/+$/, "");
    this.#close = close;
  }

  /** Calls an operation; answers its data, undefined for an empty answer. Rejects with a `PlatformError`, of kind `invalid` before anything is sent. */
  async call(operation: Operation, args: CallArguments = {}): Promise<unknown> {
    const parameters = args.parameters ?? {};
    this.#refuseUnknown(operation, parameters);
    const response = await this.#http.request({
      method: operation.method,
      path: `${this.#basePath}${this.#path(operation, parameters)}`,
      query: this.#query(operation, parameters),
      headers: operation.accept === undefined ? {} : { accept: operation.accept },
      body: this.#body(operation, args.body),
      expects: operation.answers === "stream" ? "bytes" : operation.answers,
      repeatable: operation.repeatable,
      writes: operation.writes,
      anonymous: operation.anonymous,
      signal: args.signal,
      maximumBytes: args.maximumBytes,
    });
    return response.data;
  }

  /** An error for an answer that a platform's reader cannot make sense of; `came` says what it is. */
  unexpected(operation: Operation, came: string): PlatformError {
    return new PlatformError({
      kind: "protocol",
      connection: this.connection,
      text: `${operation.name} answered ${came}`,
      landed: operation.writes ? "unknown" : "no",
    });
  }

  /** An error for a call that is wrong in itself; nothing was sent. */
  invalid(text: string, advice?: string): PlatformError {
    return new PlatformError({ kind: "invalid", connection: this.connection, text, advice });
  }

  /** Releases connections. */
  close(): Promise<void> {
    return this.#close();
  }

  #refuseUnknown(operation: Operation, parameters: NonNullable<CallArguments["parameters"]>): void {
    const known = [...(operation.pathParameters ?? []), ...(operation.query ?? [])].map(({ name }) => name);
    const unknown = Object.keys(parameters).find((name) => !known.includes(name));
    if (unknown === undefined) return;
    const list = known.length === 0 ? "it takes none" : `it takes ${known.join(", ")}`;
    throw this.invalid(`${operation.name} has no parameter "${unknown}"`, `Correct the name; ${list}.`);
  }

  #path(operation: Operation, parameters: NonNullable<CallArguments["parameters"]>): string {
    return (operation.pathParameters ?? []).reduce((path, parameter) => {
      const value = String(parameters[parameter.name] ?? "");
      return path.replace(`{${parameter.name}}`, () => this.#segment(operation, parameter, value));
    }, operation.path);
  }

  #segment(operation: Operation, parameter: Parameter, value: string): string {
    const segments = parameter.keepsSlashes ? value.split("/") : [value];
    if (value === "" || segments.some((segment) => segment === "." || segment === "..")) {
      throw this.invalid(
        `${operation.name} needs "${parameter.name}", and "${value}" cannot stand in a path`,
      );
    }
    return segments.map(encode).join("/");
  }

  #query(operation: Operation, parameters: NonNullable<CallArguments["parameters"]>): [string, string][] {
    return (operation.query ?? []).flatMap((parameter): [string, string][] => {
      const value = parameters[parameter.name];
      if (value !== undefined) return [[parameter.name, String(value)]];
      if (parameter.required) throw this.invalid(`${operation.name} needs "${parameter.name}"`);
      return [];
    });
  }

  #body(operation: Operation, body: unknown): HttpBody | undefined {
    if (operation.body === undefined || body === undefined) {
      if (operation.body?.required)
        throw this.invalid(`${operation.name} needs a body (${operation.body.type})`);
      return undefined;
    }
    if (operation.body.encoding === "json") {
      return { contentType: "application/json", content: JSON.stringify(body) };
    }
    return { contentType: "application/x-www-form-urlencoded", content: formOf(body) };
  }
}

function formOf(body: unknown): string {
  const fields = typeof body === "object" && body !== null ? Object.entries(body) : [];
  const pairs = fields.map(([name, value]): [string, string] => [name, String(value)]);
  return new URLSearchParams(pairs).toString();
}
