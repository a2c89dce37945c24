import type { Operation } from "../../platforms/operation.ts";

type Extras = Partial<Pick<Operation, "answers" | "accept" | "anonymous" | "query">>;

/** A read that is in no table of operations. */
export function read(name: string, path: string, more: Extras = {}): Operation {
  return {
    name,
    method: "GET",
    path,
    answers: "json",
    repeatable: true,
    writes: false,
    from: "server",
    help: "Asked by a probe.",
    result: "What the probe makes of it.",
    ...more,
  };
}
