import type { Account } from "../../../identity/account.ts";
import { type AttributeSet, isWritable } from "../../../identity/directory.ts";
import type { Editable } from "../../edits/editable.ts";
import { fieldsIn } from "../../edits/pick.ts";
import type { Opened } from "../../resources/open.ts";
import { showSaved } from "../../resources/saved.ts";

/** What a server lets be changed of its users. Who is active is changed by commands that say what follows from it. */
function editableOf(opened: Opened): readonly string[] {
  return opened.directory().abilities.updates.filter((name) => name !== "active");
}

/** A SCIM user: the attributes that its server lets be changed, each change as one PATCH of what differs. */
export const userEdit: Editable<Account> = {
  one: "user",
  read: (opened, id, signal) => opened.directory().get(id, signal ? { signal } : {}),
  fieldsOf: ({ attributes }, opened) => fieldsIn(attributes, editableOf(opened)),
  async write(opened, id, { change }) {
    const directory = opened.directory();
    if (!isWritable(directory)) throw new Error(`${directory.connection} is only read.`);
    await directory.update(id, change as AttributeSet);
  },
  saved: showSaved("users"),
};
