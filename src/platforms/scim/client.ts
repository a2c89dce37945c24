import type { Caller } from "../call.ts";
import { asCount, asFields, asList, type Fields, kindOfValue } from "../read.ts";
import type { UserOperations } from "./operations.ts";

/** One page of a ListResponse (RFC 7644 section 3.4.2). */
export interface ScimPage {
  readonly resources: readonly unknown[];
  /** `totalResults`, absent where the server does not state it. */
  readonly total?: number;
}

export interface ListRequest {
  readonly filter?: string | undefined;
  readonly startIndex?: number | undefined;
  readonly count?: number | undefined;
  readonly signal?: AbortSignal | undefined;
}

type Options = { readonly signal?: AbortSignal | undefined };

/** The user operations of a SCIM server with typed answers. */
export class ScimClient {
  readonly caller: Caller;
  readonly operations: UserOperations;

  constructor(caller: Caller, operations: UserOperations) {
    this.caller = caller;
    this.operations = operations;
  }

  /** One page of users. An answer that is no ListResponse is a `protocol` error. */
  async list({ signal, ...parameters }: ListRequest): Promise<ScimPage> {
    const operation = this.operations.list;
    const answer = await this.caller.call(operation, { parameters, signal });
    const fields = asFields(answer);
    const resources = asList(fields?.Resources);
    const total = asCount(fields?.totalResults);
    if (resources === undefined && total === undefined) {
      throw this.caller.unexpected(operation, `${kindOfValue(answer)} instead of a list of users`);
    }
    return { resources: resources ?? [], ...(total === undefined ? {} : { total }) };
  }

  /** A User resource by id. */
  get(id: string, { signal }: Options = {}): Promise<unknown> {
    return this.caller.call(this.operations.get, { parameters: { id }, signal });
  }

  /** Creates a user from a User resource; answers it as stored. */
  create(body: Fields, { signal }: Options = {}): Promise<unknown> {
    return this.caller.call(this.operations.create, { body, signal });
  }

  /** Sends one PATCH; answers the user, or undefined from servers that answer 204. */
  patch(id: string, body: Fields, { signal }: Options = {}): Promise<unknown> {
    return this.caller.call(this.operations.patch, { parameters: { id }, body, signal });
  }

  async remove(id: string, { signal }: Options = {}): Promise<void> {
    await this.caller.call(this.operations.remove, { parameters: { id }, signal });
  }
}
