import * as vscode from "vscode";
import type { Pin } from "../../../identity/pin.ts";
import type { Suggestion } from "../../../identity/plan.ts";
import type { Host } from "../../host.ts";
import { showSideBySide } from "../../links/compare.ts";
import { say } from "../../links/say.ts";
import { makePlan } from "../../operations/plan.ts";
import type { SuggestionSubject } from "../../views/reconciliation/subjects.ts";
import { givenSubject } from "../given.ts";

/** Shows two accounts that look like one person's side by side, asks whether they are, and writes the answer to the links file. */
export async function run(host: Host, ...given: readonly unknown[]): Promise<void> {
  const suggestion =
    givenSubject<SuggestionSubject>(given, "suggestion")?.suggestion ?? (await chooseSuggestion(host));
  if (suggestion === undefined) return;
  const { source, target } = suggestion;
  await showSideBySide([target, source]);
  const answer = await host.ask.pick({
    id: "link",
    title: "Link Accounts",
    placeholder: `Does ${source.connection} ${source.id} (${source.label}) belong to ${target.label}?`,
    choices: [
      {
        id: "links",
        label: `Belongs to ${target.label}`,
        description: `${target.connection} · ${target.id}`,
        icon: "link",
      },
      {
        id: "apart",
        label: "Does not belong to this account",
        description: "kept apart",
        icon: "debug-disconnect",
      },
      { id: "later", label: "Not now", icon: "close" },
    ],
  });
  const pin: Pin = { targetId: target.id, connection: source.connection, id: source.id };
  if (answer === "links" || answer === "apart") await say(host, answer, [pin]);
}

const another = "another";

async function chooseSuggestion(host: Host): Promise<Suggestion | undefined> {
  const plan = (host.reconciliation.inHand?.planning ?? (await makePlan(host)))?.plan;
  if (plan === undefined) return undefined;
  const answer = await host.ask.pick({
    id: "suggestion",
    title: "Link Accounts",
    placeholder: "Which accounts belong together?",
    choices: [
      ...plan.suggestions.map(({ source, target, score, why }, index) => ({
        id: String(index),
        label: `${source.label} and ${target.label}`,
        description: `${Math.round(score * 100)}% alike`,
        detail: why,
        icon: "lightbulb",
      })),
      { id: another, label: "Others: write them in the links file", icon: "list-flat" },
    ],
  });
  if (answer === another) await vscode.commands.executeCommand("rollcall.openLinks");
  return typeof answer === "string" ? plan.suggestions[Number(answer)] : undefined;
}
