import type { App } from "../../../platforms/agave/answers/apps.ts";
import type { Host } from "../../host.ts";
import { viewIdOf } from "../../identifiers.ts";
import { allows } from "../../resources/consent.ts";
import { readAgain } from "../../resources/show-again.ts";
import { showMade } from "../../resources/show-made.ts";
import { withViewProgress } from "../../ui/progress.ts";
import { agaveClient } from "../agave/client.ts";
import type { AppResource } from "./app.ts";

/** A copy that is made of an app. */
export interface AppCopy {
  readonly action: "publish" | "clone";
  /** What is sent beside the action; what is not stated is as it is. */
  readonly changes: Readonly<Record<string, string>>;
  /** `Publish`. */
  readonly verb: string;
  readonly doing: string;
  readonly consequence: string;
}

/** Makes a copy of an app after one question, and shows it. What came of it is read in any case: it is not sent twice. */
export async function copyApp(
  host: Host,
  { connection, id, name }: AppResource,
  { action, changes, verb, doing, consequence }: AppCopy,
): Promise<void> {
  const { configuration } = await host.sessions.get();
  const told = Object.entries(changes).map(([field, value]) => `${wordsOf(field)}: ${value}`);
  const approved = await allows(host, connection, {
    id: action,
    message: `${verb} ${name} of ${connection}?`,
    detail: [
      consequence,
      "",
      ...told,
      "",
      `${connection} is ${configuration.connections[connection]?.url}`,
    ].join("\n"),
    action: verb,
  });
  if (!approved) return;
  const client = await agaveClient(host, connection);
  let copy: App | undefined;
  try {
    copy = await withViewProgress(viewIdOf("apps"), () =>
      client.call("apps.manage", { appId: id, body: { action, ...changes } }),
    );
    host.log.info(`${doing} ${id} on ${connection}: ${copy?.id}`);
  } finally {
    await readAgain(host, "apps", connection);
  }
  if (copy === undefined) return;
  const message = `${copy.id} is there on ${connection}.`;
  await showMade(host, "apps", connection, { id: copy.id, offer: "copied", message });
}

/** `execution system` for `executionSystem`. */
function wordsOf(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
