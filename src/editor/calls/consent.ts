import type { Operation } from "../../platforms/operation.ts";
import type { OpenConnection } from "../../session/types.ts";
import type { Host } from "../host.ts";
import { type Call, parametersText } from "./call.ts";

/** Asks once before something is written, with the connection and its URL named; a production connection's name is to be typed. */
export async function allowsWrite(
  host: Host,
  { settings: { name, url } }: OpenConnection,
  operation: Operation,
  call: Call,
  production: boolean,
): Promise<boolean> {
  const question = `Send ${operation.name} to ${name} at ${url}?`;
  if (production) {
    const answer = await host.ask.input({
      id: "production",
      title: question,
      prompt: `${operation.help} ${name} is marked as production: type its name to go on.`,
      placeholder: name,
      validate: (text) => (text === name ? undefined : { message: `Type ${name} to go on.` }),
    });
    return answer === name;
  }
  return host.ask.confirm({
    id: "write",
    message: question,
    detail: [operation.help, parametersText(call), ...carried(call)].filter(Boolean).join("\n"),
    action: operation.method === "DELETE" ? "Send Deletion" : "Send",
  });
}

function carried({ content }: Call): readonly string[] {
  if (content === undefined) return [];
  return [content.kind === "file" ? `With ${content.path}` : "With the body that you wrote"];
}
