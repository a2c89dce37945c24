import type { Account } from "../../../identity/account.ts";
import type { Host } from "../../host.ts";
import { chooseResources } from "../../resources/choose.ts";
import type { AccountSubject } from "../../views/accounts.ts";
import { givenSubjects } from "../given.ts";
import { copyLines } from "../items/copied.ts";

/** Copies the first e-mail of each selected user and account, one a line. */
export async function run(host: Host, ...given: readonly unknown[]): Promise<void> {
  const accounts = givenSubjects<AccountSubject>(given, "account").map(({ account }) => account);
  const users =
    accounts.length > 0 ? [] : await chooseResources<Account>(host, given, "users", { title: "Copy E-mail" });
  await copyLines([...accounts, ...users.map(({ data }) => data)].flatMap(({ emails }) => emails[0] ?? []));
}
