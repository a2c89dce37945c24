import { urlOf } from "../../platforms/address.ts";
import type { ConnectionSettings } from "../../platforms/settings.ts";
import { givenSubjects } from "../commands/given.ts";
import type { Host } from "../host.ts";
import type { AccountSubject } from "../views/accounts.ts";
import { openConnection } from "./open.ts";
import type { ResourceSubject } from "./resource.ts";

/** Where something is to be read. */
interface Address {
  readonly settings: ConnectionSettings;
  readonly url: string;
}

/** The URLs of the users and resources that a command was run on. */
export async function givenUrls(host: Host, given: readonly unknown[]): Promise<readonly Address[]> {
  const users = givenSubjects<AccountSubject>(given, "account").map(async ({ account }) => ({
    connection: account.connection,
    call: { operation: "get_user", args: { id: account.id } },
  }));
  const resources = givenSubjects<ResourceSubject>(given, "resource").map(
    async ({ view, connection, id }) => ({
      connection,
      call: (await host.resources[view].kind()).call(id),
    }),
  );
  const asked = await Promise.all([...users, ...resources]);
  return Promise.all(
    asked.map(async ({ connection, call }) => {
      const open = await openConnection(host.sessions, connection);
      return { settings: open.settings, url: await urlOf(open, call) };
    }),
  );
}
