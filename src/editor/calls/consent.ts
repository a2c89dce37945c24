import type { Operation } from "../../platforms/operation.ts";
import type { OpenConnection } from "../../session/types.ts";
import type { Host } from "../host.ts";
import { allows } from "../resources/consent.ts";
import { type Call, parametersText } from "./call.ts";

/** Asks once before something is written, with the connection and its URL named; a production connection's name is to be typed. */
export function allowsWrite(
  host: Host,
  { settings: { name, url } }: OpenConnection,
  operation: Operation,
  call: Call,
): Promise<boolean> {
  return allows(host, name, {
    id: "write",
    message: `Send ${operation.name} to ${name} at ${url}?`,
    detail: [operation.help, parametersText(call), ...carried(call)].filter(Boolean).join("\n"),
    action: operation.method === "DELETE" ? "Send Deletion" : "Send",
  });
}

function carried({ content }: Call): readonly string[] {
  if (content === undefined) return [];
  return [content.kind === "file" ? `With ${content.path}` : "With the body that you wrote"];
}
