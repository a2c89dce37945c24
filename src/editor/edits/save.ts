import type { Host } from "../host.ts";
import { allows } from "../resources/consent.ts";
import { type Opened, openConnection } from "../resources/open.ts";
import { withProgress } from "../ui/progress.ts";
import { editables } from "./catalogue.ts";
import { EditConflict } from "./edit-conflict.ts";
import type { Edit, Editable, EditReference } from "./editable.ts";
import { fieldsOfText } from "./read-text.ts";
import { textOf } from "./text.ts";
import { changedFields, type Fields, mergeChanges } from "./three-way.ts";

/** What came of a save. */
export interface Saved {
  /** What the text says. */
  readonly mine: Fields;
  /** What the platform has then; undefined where there was nothing to save, and so it was not asked. */
  readonly now?: Fields;
}

/** What of something can be edited, as it is now. Rejects where it is gone or cannot be edited. */
export async function readEdit(host: Host, reference: EditReference): Promise<Fields> {
  const found = await find(host, reference);
  return found.editable.fieldsOf(await readNow(found), found.opened);
}

/** The text of what can be edited, as it is now. */
export async function editableText(host: Host, reference: EditReference): Promise<string> {
  return textOf(await readEdit(host, reference));
}

/** Writes what a text changes of what it began as, after comparing with what there is now. Rejects where nothing was written, with an `EditConflict` where others changed the same. */
export async function saveEdit(
  host: Host,
  reference: EditReference,
  base: Fields,
  text: string,
): Promise<Saved> {
  const mine = fieldsOfText(text);
  if (isEmpty(changedFields(base, mine))) return { mine };
  const found = await find(host, reference);
  const { editable, opened } = found;
  refuseForeign(found, base, mine);
  const data = await readNow(found);
  const before = editable.fieldsOf(data, opened);
  const { merged, conflicts, theirs } = mergeChanges(base, mine, before);
  if (conflicts.length > 0) {
    await editable.saved(host, reference.connection, reference.id);
    throw new EditConflict(reference.connection, before, conflicts);
  }
  const edit = { change: changedFields(before, merged), after: merged, data };
  if (isEmpty(edit.change)) return { mine, now: before };
  if (!(await isAllowed(host, found, edit))) throw new Error("It was not allowed.");
  const now = await write(host, found, edit);
  tellWhatStands(host, found, { before, now, edit, theirs });
  return { mine, now };
}

interface Found {
  readonly reference: EditReference;
  readonly editable: Editable;
  readonly opened: Opened;
}

async function find(host: Host, reference: EditReference): Promise<Found> {
  const { kind, connection } = reference;
  const load = editables[kind];
  if (load === undefined) throw new Error(`There is nothing to edit of the kind ${kind}.`);
  return { reference, editable: await load(), opened: await openConnection(host.sessions, connection) };
}

async function readNow({ editable, opened, reference: { connection, id } }: Found): Promise<unknown> {
  const data = await editable.read(opened, id);
  if (data === undefined) throw new Error(`${connection} does not have this ${editable.one} any more.`);
  const refusal = editable.refusal?.(data);
  if (refusal !== undefined) throw new Error(refusal);
  return data;
}

function refuseForeign({ editable, opened }: Found, base: Fields, mine: Fields): void {
  const takes = editable.takes?.(opened);
  if (takes === undefined) return;
  const foreign = Object.keys(mine).find((name) => !Object.hasOwn(base, name) && !takes.includes(name));
  if (foreign !== undefined)
    throw new Error(`${foreign} cannot be set here. These can: ${takes.join(", ")}.`);
}

/** Saving is the approval; for a production connection, its name is to be typed besides. */
async function isAllowed(
  host: Host,
  { editable: { one }, reference: { connection } }: Found,
  { change }: Edit<unknown>,
): Promise<boolean> {
  const { configuration } = await host.sessions.get();
  if (configuration.connections[connection]?.production !== true) return true;
  return allows(host, connection, {
    id: "save",
    message: `Save ${namesOf(change)} of the ${one} to ${connection}?`,
    detail: JSON.stringify(change),
    action: "Save",
  });
}

/** Answers what the platform has then. A write whose answer was lost is looked after, and holds where its change is there. */
async function write(host: Host, found: Found, edit: Edit<unknown>): Promise<Fields> {
  const { editable, opened, reference } = found;
  const { connection, id } = reference;
  const names = namesOf(edit.change);
  const show = async () => {
    await editable.saved(host, connection, id);
    return editable.fieldsOf(await readNow(found), opened);
  };
  try {
    await withProgress(`saving ${names} to ${connection}`, () => editable.write(opened, id, edit));
  } catch (error) {
    if ((error as { readonly landed?: unknown }).landed !== "unknown") throw error;
    const now = await show().catch(() => undefined);
    if (now === undefined || !isEmpty(changedFields(now, edit.after))) throw error;
    host.log.info(`saved ${names} of a ${editable.one} to ${connection}, whose answer was lost`);
    tell(host, `The answer of ${connection} was lost, but the change of ${names} is there.`);
    return now;
  }
  host.log.info(`saved ${names} of a ${editable.one} to ${connection}`);
  return show();
}

interface Outcome {
  readonly before: Fields;
  readonly now: Fields;
  readonly edit: Edit<unknown>;
  readonly theirs: readonly string[];
}

/** Says what the person did not write and cannot see: what others changed meanwhile, and what the platform did not take. */
function tellWhatStands(host: Host, { reference }: Found, { before, now, edit, theirs }: Outcome): void {
  const { connection } = reference;
  const moved = changedFields(before, now);
  const left = Object.keys(edit.change).filter((name) => !Object.hasOwn(moved, name));
  if (left.length > 0) tell(host, `${connection} took the change and left ${left.join(", ")} as it was.`);
  if (theirs.length > 0)
    tell(host, `Saved. ${theirs.join(", ")} was changed on ${connection} meanwhile, and stays so.`);
}

function tell(host: Host, message: string): void {
  void host.ask.offer({ id: "saved", level: "information", message, actions: [] });
}

function namesOf(change: Fields): string {
  return Object.keys(change).join(", ");
}

function isEmpty(change: Fields): boolean {
  return Object.keys(change).length === 0;
}
