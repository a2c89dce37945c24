import type { Content, Upload } from "./content.ts";
import type { Operation, OperationTable, Parameter } from "./operation.ts";

/** Types of the arguments that a row of a table asks for. */

type Member<List> = List extends readonly (infer Item extends Parameter)[] ? Item : never;

type Field<Row, Name extends string> = Row extends { readonly [Key in Name]: infer Value } ? Value : never;

type ParameterOf<Row> =
  | Member<Field<Row, "pathParameters">>
  | Member<Field<Row, "query">>
  | Member<Field<Row, "headers">>
  | Member<Field<Field<Row, "body">, "fields">>;

type Values = {
  readonly string: string;
  readonly integer: number;
  readonly boolean: boolean;
  readonly list: readonly string[];
  readonly map: Readonly<Record<string, string | number | boolean>>;
  readonly json: unknown;
};

type ValueOf<Row extends Parameter> = Row extends { readonly values: readonly (infer Value)[] }
  ? Value
  : Values[Row["type"]];

type Needed<Row> = Row extends { readonly required: true }
  ? Row extends { readonly fromConnection: string }
    ? never
    : Row
  : never;

type Optional<Row> = Exclude<Row, Needed<Row>>;

type Parameters<Row extends Parameter> = {
  readonly [Each in Needed<Row> as Each["name"]]: ValueOf<Each>;
} & {
  readonly [Each in Optional<Row> as Each["name"]]?: ValueOf<Each> | undefined;
};

type BodyName<Body> = Body extends { readonly name: infer Name extends string } ? Name : "body";

type BodyValue<Name, Body, Bodies> = Name extends keyof Bodies
  ? Bodies[Name]
  : Body extends { readonly encoding: "bytes" }
    ? Content | Upload
    : unknown;

type BodyArgument<Name, Body, Bodies> = Body extends { readonly encoding: "json" | "bytes" }
  ? Body extends { readonly required: true }
    ? { readonly [Key in BodyName<Body>]: BodyValue<Name, Body, Bodies> }
    : { readonly [Key in BodyName<Body>]?: BodyValue<Name, Body, Bodies> }
  : Body extends {
        readonly file: { readonly name: infer FileName extends string; readonly required: infer Is };
      }
    ? Is extends true
      ? { readonly [Key in FileName]: Content | Upload }
      : { readonly [Key in FileName]?: Content | Upload | undefined }
    : object;

/** All arguments of an operation in one object: parameters, fields, file and body by their names. */
export type ArgumentsOf<
  Table extends OperationTable,
  Name extends keyof Table,
  Bodies,
> = Table[Name] extends infer Row extends Operation
  ? Parameters<ParameterOf<Row>> &
      (Row extends { readonly body: infer Body } ? BodyArgument<Name, Body, Bodies> : object)
  : never;

/** The arguments may be left out where none of them is needed. */
export type RestOf<Arguments, Options> = object extends Arguments
  ? [args?: Arguments, options?: Options]
  : [args: Arguments, options?: Options];
