import { askLevel, giveAccess, isPerson } from "../../grants/change.ts";
import { chooseGrants } from "../../grants/choose.ts";
import type { Host } from "../../host.ts";
import { back } from "../../ui/ask.ts";

const title = "Grant Access";

/** Asks for a user name and a level, and gives that person access. */
export async function run(host: Host, ...given: readonly unknown[]): Promise<void> {
  const subject = await chooseGrants(host, given, title);
  if (subject === undefined) return;
  const { owner } = subject;
  const user = await host.ask.input({
    id: "user",
    title,
    prompt: `User name of who is given access to ${owner.name}${owner.kind === "actor" ? "; ABACO_WORLD is everybody" : ""}`,
    validate: (text) => (text.trim() === "" ? { message: "A user name is needed." } : undefined),
  });
  if (user === undefined || user === back) return;
  const name = user.trim();
  if (name !== "ABACO_WORLD" && (await isPerson(host, owner.connection, name)) === false) {
    const anyway = "Give Access Anyway";
    const message = `${owner.connection} has no user ${name}.`;
    const answer = await host.ask.offer({ id: "nobody", level: "warning", message, actions: [anyway] });
    if (answer !== anyway) return;
  }
  const level = await askLevel(host, title, owner);
  if (level !== undefined) await giveAccess(host, owner, { user: name, level });
}
