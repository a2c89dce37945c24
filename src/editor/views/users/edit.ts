import type { Account } from "../../../identity/account.ts";
import { type AttributeSet, isWritable } from "../../../identity/directory.ts";
import type { Editable } from "../../edits/editable.ts";
import { fieldsIn } from "../../edits/pick.ts";
import { showSaved } from "../../resources/saved.ts";

/** A SCIM user: the attributes that its server lets be changed, each change as one PATCH of what differs. */
export const userEdit: Editable<Account> = {
  one: "user",
  takes: (opened) => opened.directory().abilities.updates,
  read: (opened, id, signal) => opened.directory().get(id, signal ? { signal } : {}),
  fieldsOf: ({ attributes }, opened) => fieldsIn(attributes, opened.directory().abilities.updates),
  async write(opened, id, { change }) {
    const directory = opened.directory();
    if (!isWritable(directory)) throw new Error(`${directory.connection} is only read.`);
    await directory.update(id, change as AttributeSet);
  },
  saved: showSaved("users"),
};
