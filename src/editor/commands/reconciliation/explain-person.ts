import { openDocument } from "../../documents/open.ts";
import type { Host } from "../../host.ts";
import type { ResourceSubject } from "../../resources/resource.ts";
import { withProgress } from "../../ui/progress.ts";
import type { AccountSubject } from "../../views/accounts.ts";
import type {
  ChangeSubject,
  DisputeSubject,
  PersonSubject,
  SuggestionSubject,
} from "../../views/reconciliation/subjects.ts";
import { givenSubject } from "../given.ts";

/** Opens how one person was judged, step by step: the selected one, or whoever carries a key that is asked for. */
export async function run(host: Host, ...given: readonly unknown[]): Promise<void> {
  const key = givenKey(given) ?? (await askKey(host));
  if (key === undefined) return;
  const session = await host.sessions.get();
  const judgements = await withProgress(`explaining ${key}`, (options) => session.explain(key, options));
  if (judgements.length > 0) return openDocument({ kind: "explanation", key }, { judgements });
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
    givenSubject<SuggestionSubject>(given, "suggestion")?.suggestion.source.id ??
    change?.target.id ??
    change?.links[0]?.id ??
    change?.person
  );
}

async function askKey(host: Host): Promise<string | undefined> {
  const answer = await host.ask.input({
    id: "explain",
    title: "Explain Person",
    prompt: "An id, e-mail, userName, externalId or username",
    validate: (text) => (text.trim() === "" ? { message: "Type what the person is known by." } : undefined),
  });
  return typeof answer === "string" ? answer.trim() : undefined;
}
