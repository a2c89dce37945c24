import type { ConnectionConfiguration } from "../../../config/configuration.ts";
import { accountSchema } from "../../../config/filter-schemas.ts";
import { decisiveExpressions, explainFilter, explanationLines } from "../../../filter/language/explain.ts";
import { filterErrors, schemaErrors } from "../../../filter/language/problems.ts";
import { parseFilter } from "../../../filter/parse.ts";
import { type Account, accountLabel } from "../../../identity/account.ts";
import { openDocument } from "../../documents/open.ts";
import type { Host } from "../../host.ts";
import { continuationChoices } from "../../language/continuation-choices.ts";
import { hasAccounts, jsonLines, sift, type TestedAccounts, testedAccounts } from "../../language/matches.ts";
import { chooseConnection, connectionChoice } from "../../secrets/choose-connection.ts";
import type { Choice, Remark } from "../../ui/ask.ts";
import { withProgress } from "../../ui/progress.ts";
import { counted } from "../../views/reconciliation/words.ts";

const title = "Test Filter";

/** How many accounts can be picked to see why they match or not; the documents have all. */
const mostPicked = 1000;

/**
 * Tries a filter on the accounts of a connection, without writing anything: shows how many match, those that do and those that do not,
 * and for each what decides. `given` can name the connection and the filter.
 */
export async function run(host: Host, ...given: readonly unknown[]): Promise<void> {
  const connection = await chooseConnection(host, given, {
    title,
    choices: async (connections) => connections.filter(hasAccounts).map((each) => connectionChoice(each)),
  });
  if (connection === undefined) return;
  const filter = typeof given[1] === "string" ? given[1] : await askFilter(host, connection);
  if (filter === undefined) return;
  const tested = await withProgress(`reading ${connection.name}`, (options) =>
    testedAccounts(host, connection.name, options),
  );
  if (tested === undefined) return tellNone(host, connection.name);
  await showResult(host, connection.name, filter, tested);
}

async function askFilter(host: Host, connection: ConnectionConfiguration): Promise<string | undefined> {
  const { users } = host.resources;
  const answer = await host.ask.input({
    id: "testedFilter",
    title,
    prompt: `A SCIM filter, to be tried on the accounts of ${connection.name}`,
    value: users.filter ?? "",
    suggestions: users.recentFilters.map((recent) => ({ id: recent, label: recent, icon: "history" })),
    continuations: (text) => continuationChoices(text, accountSchema(connection.platform).attributes),
    validate: (text) => remark(text, connection),
  });
  return typeof answer === "string" ? answer : undefined;
}

/** An attribute that is not known of the platform does not keep anybody from trying. */
function remark(text: string, { platform }: ConnectionConfiguration): Remark | undefined {
  const { attributes } = accountSchema(platform);
  const check = schemaErrors(attributes, (path) => `No attribute ${path} is known here.`);
  const [error] = filterErrors(text, check);
  if (error === undefined) return undefined;
  const message = `Column ${error.range.start + 1}: ${error.message}`;
  return error.code === "unknownAttribute" ? { message, warning: true } : { message };
}

async function tellNone(host: Host, connection: string): Promise<void> {
  const message = `${connection} does not list its accounts. Reconcile first: a filter is then tried on those that the plan knows.`;
  await host.ask.offer({ id: "noAccounts", level: "information", message, actions: [] });
}

async function showResult(
  host: Host,
  connection: string,
  filter: string,
  { accounts, complete }: TestedAccounts,
): Promise<void> {
  const [matching, others] = [sift(accounts, filter, true), sift(accounts, filter, false)];
  const ordered = [...matching, ...others].slice(0, mostPicked);
  const answer = await host.ask.pick({
    id: "tested",
    title,
    placeholder: `${filter} on ${connection}${complete ? "" : ", of which not every account may be here"}`,
    choices: [
      sideChoice("matching", `Matching: ${counted(matching.length, "account")}`, "check"),
      sideChoice("others", `Not matching: ${counted(others.length, "account")}`, "circle-slash"),
      ...ordered.map((account, index) => accountChoice(account, index, filter)),
    ],
  });
  if (typeof answer !== "string") return;
  const account = ordered[Number(answer)];
  if (account) return showReasons(account, filter);
  const holds = answer === "matching";
  const reference = { kind: "matches", connection, filter, holds } as const;
  await openDocument(reference, { lines: jsonLines(holds ? matching : others) });
}

function sideChoice(id: string, label: string, icon: string): Choice {
  return { id, label, description: "as JSON lines", icon, group: "All" };
}

function accountChoice(account: Account, index: number, filter: string): Choice {
  const explained = explainFilter(parseFilter(filter), account.attributes);
  return {
    id: String(index),
    label: accountLabel(account),
    description: `${explained.holds ? "matches" : "does not match"}: ${decisiveExpressions(explained).join(", ")}`,
    icon: explained.holds ? "check" : "circle-slash",
    group: "Why one matches or does not",
  };
}

function showReasons(account: Account, filter: string): Promise<void> {
  const explained = explainFilter(parseFilter(filter), account.attributes);
  const text = [
    filter,
    "",
    `${accountLabel(account)} (${account.connection} ${account.id}) ${explained.holds ? "matches" : "does not match"}.`,
    "",
    ...explanationLines(explained),
    "",
    "> marks what decides; in parentheses is what the account has.",
    "",
  ].join("\n");
  return openDocument({ kind: "text", text, title: `Why ${accountLabel(account)}.txt` });
}
