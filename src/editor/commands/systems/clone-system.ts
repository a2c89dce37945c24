import type { System } from "../../../platforms/agave/answers/systems.ts";
import type { Host } from "../../host.ts";
import { viewIdOf } from "../../identifiers.ts";
import { chooseResources } from "../../resources/choose.ts";
import { allows } from "../../resources/consent.ts";
import { openConnection } from "../../resources/open.ts";
import { readAgain } from "../../resources/show-again.ts";
import { back } from "../../ui/ask.ts";
import { withViewProgress } from "../../ui/progress.ts";

const title = "Clone System";

/** Makes a private copy of a system under an id of its own. */
export async function run(host: Host, ...given: readonly unknown[]): Promise<void> {
  const [system] = await chooseResources<System>(host, given, "systems", { title });
  if (system === undefined) return;
  const { connection, id } = system;
  const answer = await host.ask.input({
    id: "id",
    title,
    prompt: `An id for the copy of ${id}`,
    value: `${id}.copy`,
    validate: (text) =>
      /^[\w.-]{3,64}$/.test(text.trim())
        ? undefined
        : { message: "An id has 3 to 64 letters, digits, hyphens, full stops and underlines." },
  });
  if (answer === undefined || answer === back) return;
  const copy = answer.trim();
  const approved = await allows(host, connection, {
    id: "clone",
    message: `Clone ${id} of ${connection} as ${copy}?`,
    detail: "The copy is private and yours. Credentials are not copied.",
    action: "Clone",
  });
  if (!approved) return;
  const { client } = await openConnection(host.sessions, connection);
  try {
    const body = { action: "clone", id: copy };
    await withViewProgress(viewIdOf("systems"), () =>
      client.callNamed("systems.manage", { systemId: id, body }),
    );
  } finally {
    await readAgain(host, "systems", connection);
  }
}
