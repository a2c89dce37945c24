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

/** How something that was described is registered. */
export interface Registration {
  readonly view: ResourceViewName;
  readonly one: string;
  readonly id: string;
  readonly description: object;
  /** Reads what has the same id. */
  readonly read: (id: string) => NamedCall;
  readonly add: NamedCall;
  /** Fields that the platform keeps itself, whatever the description says. */
  readonly ofServer?: ReadonlySet<string>;
}

/**
 * Registers something after one question. Where there is something of the same id, which would be replaced, the question shows what
 * would change of it. Answers whether it was registered.
 */
export async function registerDescribed(
  host: Host,
  { name, url }: ConnectionConfiguration,
  { view, one, id, description, read, add, ofServer }: Registration,
): Promise<boolean> {
  const { client } = await openConnection(host.sessions, name);
  const { operation, args } = read(id);
  const present = (await unlessGone(client.callNamed(operation, args))) as Fields | undefined;
  const shown = withoutSecrets({}, description).shown as Fields;
  const approved = await allows(host, name, {
    id: "register",
    message: `${present === undefined ? "Register" : "Replace"} the ${one} ${id} of ${name} at ${url}?`,
    detail: present === undefined ? JSON.stringify(shown, null, 2) : differences(present, shown, ofServer),
    action: present === undefined ? "Register" : "Replace",
  });
  if (!approved) return false;
  try {
    await withViewProgress(viewIdOf(view), () => client.callNamed(add.operation, add.args));
  } finally {
    await readAgain(host, view, name);
  }
  return true;
}

/** The fields that would be others than they are: those that are described, and those that are not described any more. */
function differences(present: Fields, description: Fields, ofServer?: ReadonlySet<string>): string {
  const dropped = Object.keys(present).filter(
    (name) => ofServer?.has(name) === false && !(name in description) && isTold(present[name]),
  );
  const names = [...Object.keys(description), ...dropped];
  const before = Object.fromEntries(names.map((name) => [name, present[name]]));
  const changed = Object.entries(changedFields(before, description));
  if (changed.length === 0) return "It is there as described: nothing would change.";
  const text = (value: unknown) => (isTold(value) ? JSON.stringify(value) : "not set");
  return changed.map(([name, value]) => `${name}: ${text(present[name])} → ${text(value)}`).join("\n");
}

/** Whether a value says anything; what is left out becomes empty on most platforms. */
function isTold(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0;
  return value !== undefined && value !== null && value !== "" && value !== false;
}
