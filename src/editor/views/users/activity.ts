import type { Session } from "../../../session/types.ts";
import type { Host } from "../../host.ts";
import { confirmationOf } from "../../resources/confirmation.ts";
import { allowsOnEach } from "../../resources/consent.ts";
import { showAllAgain } from "../../resources/show-again.ts";
import { workOnEach } from "../../resources/work-on-each.ts";
import { heldText, siftProtected } from "./held-back.ts";
import { namedUser, type UserResource } from "./user.ts";
import { writeUser } from "./write.ts";

interface Activity {
  readonly action: "deactivate" | "reactivate";
  readonly verb: string;
  readonly doing: string;
  readonly done: string;
  readonly consequences: (session: Session, connections: readonly string[]) => readonly string[];
}

/** Deactivates users after one question that names them. Protected ones are left alone, which it says. */
export function deactivateUsers(host: Host, users: readonly UserResource[]): Promise<void> {
  return change(host, users, {
    action: "deactivate",
    verb: "Deactivate",
    doing: "deactivating",
    done: "deactivated",
    consequences: (session, connections) => [
      "They cannot sign in any more until they are reactivated.",
      ...connections.flatMap((connection) => comingBack(session, connection)),
    ],
  });
}

/** Reactivates users after one question that names them; hidden ones by their ids. Protected ones are left alone, which it says. */
export function reactivateUsers(host: Host, users: readonly UserResource[]): Promise<void> {
  return change(host, users, {
    action: "reactivate",
    verb: "Reactivate",
    doing: "reactivating",
    done: "reactivated",
    consequences: () => ["They can sign in again, with the names that they had."],
  });
}

/** A policy that reactivates whom a source still knows does so after a deactivation by hand as well. */
function comingBack({ configuration: { policy } }: Session, connection: string): readonly string[] {
  if (policy?.target !== connection || policy.situations.dormant !== "reactivate") return [];
  return ["Whom a source still knows, the next reconciliation plans to reactivate."];
}

async function change(host: Host, users: readonly UserResource[], activity: Activity): Promise<void> {
  const { action, verb, doing, done, consequences } = activity;
  const { free, held } = await siftProtected(host, users);
  if (free.length === 0) return;
  const connections = [...new Set(free.map(({ connection }) => connection))];
  const question = await confirmationOf(host, free, {
    id: action,
    verb,
    one: "user",
    detailOf: namedUser,
    consequence: [
      ...consequences(await host.sessions.get(), connections),
      ...(held.length > 0 ? [heldText(held)] : []),
    ].join("\n"),
  });
  if (!(await allowsOnEach(host, connections, question))) return;
  await workOnEach(host, {
    items: free,
    nameOf: ({ name }) => name,
    doing,
    done,
    one: "user",
    run: (user) => writeUser(host, user, action, { active: action === "reactivate" }),
    show: () => showAllAgain(host, "users", free),
  });
}
