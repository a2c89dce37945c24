import { platforms } from "../../platforms/all.ts";
import type { PlatformOperation } from "../../platforms/operations.ts";
import { parametersOf } from "../../session/operation/parameters.ts";

/** The path of an operation behind the URL of a connection, where that has no path of its own configured. */
export function pathOf({ platform, operation }: PlatformOperation): string {
  return `${platforms[platform].basePath}${operation.path}`;
}

/** An operation as plain data, for programs: all that is needed to call it, and what it answers. */
export function describeOperation(row: PlatformOperation) {
  const { platform, operation } = row;
  const { name, method, body, answers, writes, repeatable, anonymous = false } = operation;
  const { help, result, notes = [], from, ifLost, shownOnce } = operation;
  return {
    platform,
    name,
    method,
    path: pathOf(row),
    parameters: parametersOf(operation).map(({ name, place, type, required = false, values, help }) => ({
      name,
      in: place,
      type,
      required,
      ...(values !== undefined && { values }),
      help,
    })),
    ...(body !== undefined && {
      body: {
        encoding: body.encoding,
        type: body.type,
        required: body.required,
        ...(body.file !== undefined && { file: body.file }),
        ...(body.example !== undefined && { example: body.example }),
      },
    }),
    answers,
    writes,
    repeatable,
    anonymous,
    from,
    help,
    result,
    notes,
    ...(ifLost !== undefined && { ifLost }),
    ...(shownOnce !== undefined && { shownOnce }),
  };
}
