import { openDocument } from "../../documents/open.ts";
import type { Host } from "../../host.ts";
import { withProgress } from "../../ui/progress.ts";
import { personKey, tellNobody } from "./given-person.ts";

/** Opens how one person was judged, step by step: the selected one, or whoever carries a key that is asked for. */
export async function run(host: Host, ...given: readonly unknown[]): Promise<void> {
  const key = await personKey(host, given, { id: "explain", title: "Explain Person" });
  if (key === undefined) return;
  const session = await host.sessions.get();
  const judgements = await withProgress(`explaining ${key}`, (options) => session.explain(key, options));
  if (judgements.length === 0) return tellNobody(host, key);
  await openDocument({ kind: "explanation", key }, { judgements });
}
