import type { ConnectionConfiguration } from "../../config/configuration.ts";
import type { NamedCall } from "../../platforms/address.ts";
import { withoutSecrets } from "../calls/secrets.ts";
import { unlessGone } from "../edits/pick.ts";
import { changedFields, type Fields } from "../edits/three-way.ts";
import type { Host } from "../host.ts";
import { viewIdOf } from "../identifiers.ts";
import { withViewProgress } from "../ui/progress.ts";
import type { ResourceViewName } from "./catalogue.ts";
import { allows } from "./consent.ts";
import { openConnection } from "./open.ts";
import { readAgain } from "./show-again.ts";

interface Registration {
  readonly view: ResourceViewName;
  readonly one: string;
  readonly id: string;
  readonly description: object;
  /** Reads what has the same id. */
  readonly read: (id: string) => NamedCall;
  readonly add: NamedCall;
}

/** Registers something after one question. Where there is something of the same id, which would be replaced, the question shows what would change of it. */
export async function registerDescribed(
  host: Host,
  { name, url }: ConnectionConfiguration,
  { view, one, id, description, read, add }: Registration,
): Promise<void> {
  const { client } = await openConnection(host.sessions, name);
  const { operation, args } = read(id);
  const present = (await unlessGone(client.callNamed(operation, args))) as Fields | undefined;
  const shown = withoutSecrets({}, description).shown as Fields;
  const approved = await allows(host, name, {
    id: "register",
    message: `${present === undefined ? "Register" : "Replace"} the ${one} ${id} of ${name} at ${url}?`,
    detail: present === undefined ? JSON.stringify(shown, null, 2) : differences(present, shown),
    action: present === undefined ? "Register" : "Replace",
  });
  if (!approved) return;
  try {
    await withViewProgress(viewIdOf(view), () => client.callNamed(add.operation, add.args));
  } finally {
    await readAgain(host, view, name);
  }
}

/** The fields that would be others than they are. */
function differences(present: Fields, description: Fields): string {
  const before = Object.fromEntries(Object.keys(description).map((name) => [name, present[name]]));
  const changed = Object.entries(changedFields(before, description));
  if (changed.length === 0) return "It is there as described: nothing would change.";
  return changed
    .map(
      ([name, value]) => `${name}: ${JSON.stringify(present[name]) ?? "not set"} → ${JSON.stringify(value)}`,
    )
    .join("\n");
}
