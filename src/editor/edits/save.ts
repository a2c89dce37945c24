import { readJsonDraft } from "../calls/json-draft.ts";
import type { Host } from "../host.ts";
import { allows } from "../resources/consent.ts";
import { type Opened, openConnection } from "../resources/open.ts";
import { withProgress } from "../ui/progress.ts";
import { editables } from "./catalogue.ts";
import { showConflict } from "./conflict.ts";
import type { Editable, EditReference } from "./editable.ts";
import { applied, changedFields, type Fields, mergeChanges } from "./three-way.ts";

/** What of something can be edited, as it is now. Rejects where it is gone or cannot be edited. */
export async function readEdit(host: Host, reference: EditReference): Promise<Fields> {
  const { editable, opened } = await find(host, reference);
  const data = await readNow(editable, opened, reference);
  return editable.fieldsOf(data, opened);
}

/**
 * Writes what a text changes of what it began as, after comparing with what there is now. Answers what there is then; rejects where
 * nothing was written.
 */
export async function saveEdit(
  host: Host,
  reference: EditReference,
  base: Fields,
  text: string,
): Promise<Fields> {
  const mine = fieldsOf(text);
  if (Object.keys(changedFields(base, mine)).length === 0) return base;
  const { editable, opened } = await find(host, reference);
  const foreign = Object.keys(mine).find((name) => !(name in base) && !mayAdd(editable, name));
  if (foreign !== undefined) throw new Error(`${foreign} cannot be set here.`);
  const data = await readNow(editable, opened, reference);
  const theirs = editable.fieldsOf(data, opened);
  const { change, conflicts } = mergeChanges(base, mine, theirs);
  if (conflicts.length > 0) {
    const answer = await showConflict(host, reference, { theirs, mine, conflicts });
    if (answer === undefined)
      throw new Error(`Not saved: ${conflicts.join(", ")} was changed on ${reference.connection} meanwhile.`);
    if (answer === "theirs") return theirs;
  }
  if (Object.keys(change).length === 0) return theirs;
  if (!(await isAllowed(host, editable, reference, change)))
    throw new Error("Not saved: it was not allowed.");
  const after = applied(theirs, change);
  await write(host, editable, opened, reference, { change, after, data });
  await editable.saved(host, reference.connection, reference.id);
  return editable.fieldsOf(await readNow(editable, opened, reference), opened);
}

interface Found {
  readonly editable: Editable;
  readonly opened: Opened;
}

async function find(host: Host, { kind, connection }: EditReference): Promise<Found> {
  const load = editables[kind];
  if (load === undefined) throw new Error(`There is nothing to edit of the kind ${kind}.`);
  return { editable: await load(), opened: await openConnection(host.sessions, connection) };
}

async function readNow(
  editable: Editable,
  opened: Opened,
  { connection, id }: EditReference,
): Promise<unknown> {
  const data = await editable.read(opened, id);
  if (data === undefined) throw new Error(`${connection} does not have this ${editable.one} any more.`);
  const refusal = editable.refusal?.(data);
  if (refusal !== undefined) throw new Error(refusal);
  return data;
}

function mayAdd(editable: Editable, name: string): boolean {
  return editable.takes === undefined || editable.takes.includes(name);
}

function fieldsOf(text: string): Fields {
  const value = readJsonDraft(text);
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw new Error("This is no JSON object.");
  return value as Fields;
}

/** Saving is the approval; for a production connection, its name is to be typed besides. */
async function isAllowed(
  host: Host,
  { one }: Editable,
  { connection }: EditReference,
  change: Fields,
): Promise<boolean> {
  const { configuration } = await host.sessions.get();
  if (configuration.connections[connection]?.production !== true) return true;
  return allows(host, connection, {
    id: "save",
    message: `Save ${Object.keys(change).join(", ")} of the ${one} to ${connection}?`,
    detail: JSON.stringify(change, null, 2),
    action: "Save",
  });
}

async function write(
  host: Host,
  editable: Editable,
  opened: Opened,
  { connection, id }: EditReference,
  edit: { readonly change: Fields; readonly after: Fields; readonly data: unknown },
): Promise<void> {
  const names = Object.keys(edit.change).join(", ");
  try {
    await withProgress(`saving ${names} to ${connection}`, () => editable.write(opened, id, edit));
    host.log.info(`saved ${names} of a ${editable.one} to ${connection}`);
  } catch (error) {
    const { landed } = error as { readonly landed?: unknown };
    if (landed !== "unknown") throw error;
    await editable.saved(host, connection, id);
    throw error;
  }
}
