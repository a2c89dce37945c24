import type { Host } from "../../host.ts";
import { chooseAnyResources } from "../../resources/choose-any.ts";
import { givenParts } from "../../resources/parts.ts";
import { wholeOf } from "../../resources/whole.ts";
import type { AccountSubject } from "../../views/accounts.ts";
import { givenSubjects } from "../given.ts";
import { copyLines } from "./copied.ts";

/** Copies what is selected as JSON: one object, or a list where there are several. */
export async function run(host: Host, ...given: readonly unknown[]): Promise<void> {
  const selected = [
    ...givenSubjects<AccountSubject>(given, "account").map(({ account }) => account.attributes),
    ...givenParts(given).map(({ json }) => json),
    ...(await wholeOf(host, await chooseAnyResources(host, given, "Copy as JSON"))).map(({ json }) => json),
  ];
  if (selected.length === 0) return;
  await copyLines([JSON.stringify(selected.length === 1 ? selected[0] : selected, null, 2)]);
}
