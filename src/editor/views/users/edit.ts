import type { Account } from "../../../identity/account.ts";
import type { AttributeSet } from "../../../identity/directory.ts";
import { changeOf } from "../../../reconcile/by-hand/change.ts";
import type { Editable } from "../../edits/editable.ts";
import { fieldsIn } from "../../edits/pick.ts";
import type { Opened } from "../../resources/open.ts";
import { showSaved } from "../../resources/saved.ts";

/** A SCIM user: the attributes that its server lets be changed, each change as one PATCH of what differs. */
export const userEdit: Editable<Account> = {
  one: "user",
  takes: editableIn,
  read: (opened, id, signal) => opened.directory().get(id, signal ? { signal } : {}),
  fieldsOf: ({ attributes }, opened) => fieldsIn(attributes, editableIn(opened)),
  async write(opened, _id, { change, data }) {
    await opened.changeAccount(changeOf(data, "update", change as AttributeSet));
  },
  async saved(host, connection, id) {
    host.reconciliation.outdate(connection, [id]);
    await showSaved("users")(host, connection, id);
  },
};

/** What a server lets be changed of its users. Who is active is changed by commands that say what follows from it. */
function editableIn(opened: Opened): readonly string[] {
  return opened.directory().abilities.updates.filter((name) => name !== "active");
}
