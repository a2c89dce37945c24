import type { AttributeSet } from "../../../identity/directory.ts";
import { changeOf, presentValue } from "../../../reconcile/by-hand/change.ts";
import type { Host } from "../../host.ts";
import { viewIdOf } from "../../identifiers.ts";
import { confirmationOf } from "../../resources/confirmation.ts";
import { allows } from "../../resources/consent.ts";
import { showAgain } from "../../resources/show-again.ts";
import { withViewProgress } from "../../ui/progress.ts";
import { valueChangeText } from "../reconciliation/words.ts";
import { siftProtected } from "./held-back.ts";
import { protectionNote } from "./protection-note.ts";
import { tellNote } from "./tell-note.ts";
import type { UserResource } from "./user.ts";
import { writeUser } from "./write.ts";

interface AttributeEdit {
  /** What is done, before the user's name: `Rename`. */
  readonly verb: string;
  /** The button. */
  readonly action: string;
  readonly set: AttributeSet;
}

/** Gives a user other values, after a question that shows each before and after. */
export async function editAttributes(
  host: Host,
  user: UserResource,
  { verb, action, set }: AttributeEdit,
): Promise<void> {
  const { connection, data } = user;
  const isOther = Object.entries(set).some(([name, value]) => presentValue(data, name) !== value);
  if (!isOther || (await siftProtected(host, [user])).free.length === 0) return;
  const values = Object.entries(changeOf(data, "update", set).set);
  const question = await confirmationOf(host, [user], {
    id: "edit",
    verb,
    one: "user",
    detailOf: () => values.map(([name, value]) => `${name}: ${valueChangeText(value)}`).join("\n"),
    consequence: [
      "It is read again just before, and left alone where it has changed meanwhile.",
      ...(await protectionNote(host, connection, { ...data.attributes, ...set })),
    ].join("\n"),
  });
  if (!(await allows(host, connection, { ...question, action }))) return;
  try {
    const outcome = await withViewProgress(viewIdOf("users"), () => writeUser(host, user, "update", set));
    await tellNote(host, user.name, outcome);
  } finally {
    await showAgain(host, "users", connection);
  }
}
