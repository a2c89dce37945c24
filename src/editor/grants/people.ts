import { unlessGone } from "../edits/pick.ts";
import type { Host } from "../host.ts";
import { describeProblem } from "../problem.ts";
import { openConnection } from "../resources/open.ts";
import { back } from "../ui/ask.ts";
import { agave } from "../views/agave/client.ts";
import { grantKindOf } from "./kinds.ts";
import type { GrantOwner } from "./owner.ts";

/**
 * Asks for the user name of who is given access, and whether the platform knows such a person. The name is answered as the platform
 * spells it; undefined where the person gives up.
 */
export async function askUser(host: Host, title: string, owner: GrantOwner): Promise<string | undefined> {
  const { everybody, knownPeople } = grantKindOf(owner.kind);
  for (let value = ""; ; ) {
    const text = await host.ask.input({
      id: "user",
      title,
      value,
      prompt: `User name of who is given access to ${owner.name}${everybody ? `; ${everybody} is everybody` : ""}`,
      validate: (typed) => (typed.trim() === "" ? { message: "A user name is needed." } : undefined),
    });
    if (text === undefined || text === back) return undefined;
    value = text.trim();
    if (value === everybody) return value;
    const known = await knownName(host, owner.connection, value);
    if (known !== undefined) return known;
    const another = "Another Name…";
    const anyway = "Give Access Anyway";
    const answer = await host.ask.offer({
      id: "nobody",
      level: "warning",
      message: `${owner.connection} has no user ${value}${knownPeople ? ", and takes only people whom it knows" : ""}.`,
      actions: knownPeople ? [another] : [another, anyway],
    });
    if (answer === anyway) return value;
    if (answer !== another) return undefined;
  }
}

/** The name as the profile spells it, undefined where there is no such person; the name as it is where that cannot be found out. */
async function knownName(host: Host, connection: string, username: string): Promise<string | undefined> {
  try {
    const client = agave(await openConnection(host.sessions, connection));
    return (await unlessGone(client.call("profiles.listByUsername", { username })))?.username;
  } catch (error) {
    host.log.debug(`could not look ${connection} up for a user: ${describeProblem(error).message}`);
    return username;
  }
}
