import type { Host } from "../../host.ts";
import type { ResourceSubject } from "../../resources/resource.ts";
import type { AccountSubject } from "../../views/accounts.ts";
import type {
  ChangeSubject,
  DisputeSubject,
  DriftSubject,
  PersonSubject,
  SuggestionSubject,
} from "../../views/reconciliation/subjects.ts";
import { givenSubject } from "../given.ts";

/** The key of the person that a command was run on, or one that is asked for; undefined where none is given. */
export async function personKey(
  host: Host,
  given: readonly unknown[],
  question: { readonly id: string; readonly title: string },
): Promise<string | undefined> {
  return givenKey(given) ?? askKey(host, question);
}

/** Tells that nobody carries a key. */
export async function tellNobody(host: Host, key: string): Promise<void> {
  const message = `Nobody carries ${key}.`;
  await host.ask.offer({ id: "nobody", level: "information", message, actions: [] });
}

function givenKey(given: readonly unknown[]): string | undefined {
  const change = givenSubject<ChangeSubject>(given, "change")?.change;
  return (
    givenSubject<AccountSubject>(given, "account")?.account.id ??
    givenSubject<ResourceSubject>(given, "resource")?.id ??
    givenSubject<PersonSubject>(given, "person")?.key ??
    givenSubject<DisputeSubject>(given, "dispute")?.dispute.candidates[0]?.id ??
    givenSubject<DriftSubject>(given, "drift")?.drift.target.id ??
    givenSubject<SuggestionSubject>(given, "suggestion")?.suggestion.source.id ??
    change?.target.id ??
    change?.links[0]?.id ??
    change?.person
  );
}

async function askKey(
  host: Host,
  question: { readonly id: string; readonly title: string },
): Promise<string | undefined> {
  const answer = await host.ask.input({
    ...question,
    prompt: "An id, e-mail, userName, externalId or username",
    validate: (text) => (text.trim() === "" ? { message: "Type what the person is known by." } : undefined),
  });
  return typeof answer === "string" ? answer.trim() : undefined;
}
