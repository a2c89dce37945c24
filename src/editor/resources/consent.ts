import type { Host } from "../host.ts";
import type { ConfirmQuestion } from "../ui/ask.ts";

/** Asks once before something is written that concerns several things; then the name of each production connection is to be typed. */
export async function allowsOnEach(
  host: Host,
  connections: readonly string[],
  question: ConfirmQuestion,
): Promise<boolean> {
  if (!(await host.ask.confirm(question))) return false;
  const { configuration } = await host.sessions.get();
  for (const connection of new Set(connections)) {
    const production = configuration.connections[connection]?.production === true;
    if (production && !(await allows(host, connection, question))) return false;
  }
  return true;
}

/** Asks once before something is written. The name of a production connection is to be typed. */
export async function allows(host: Host, connection: string, question: ConfirmQuestion): Promise<boolean> {
  const { configuration } = await host.sessions.get();
  if (configuration.connections[connection]?.production !== true) return host.ask.confirm(question);
  const answer = await host.ask.input({
    id: "production",
    title: question.message,
    prompt: `${question.detail.split("\n", 1)[0]} ${connection} is marked as production: type its name to go on.`,
    placeholder: connection,
    validate: (text) => (text === connection ? undefined : { message: `Type ${connection} to go on.` }),
  });
  return answer === connection;
}

/** A connection as questions name it: `tacc at https://api.example.org`. */
export async function connectionAtUrl(host: Host, connection: string): Promise<string> {
  const { configuration } = await host.sessions.get();
  return `${connection} at ${configuration.connections[connection]?.url}`;
}
