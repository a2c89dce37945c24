import type { Host } from "../../host.ts";
import { saidSoFar, unsay } from "../../links/say.ts";

/** Takes back one thing that the links file says, which the person picks. */
export async function run(host: Host): Promise<void> {
  const { configuration } = await host.sessions.get();
  const entries = await saidSoFar(host);
  if (entries.length === 0) {
    const message = "There is nothing to take back: no accounts are pinned or kept apart.";
    await host.ask.offer({ id: "nothingPinned", level: "information", message, actions: [] });
    return;
  }
  const answer = await host.ask.pick({
    id: "unlink",
    title: "Unlink Accounts",
    placeholder: "What does not hold any more?",
    choices: entries.map(({ section, pin: { targetId, connection, id, note } }, index) => ({
      id: String(index),
      label: `${connection} ${id}`,
      description: `${section === "apart" ? "kept apart from" : "pinned to"} ${configuration.policy?.target} ${targetId}`,
      ...(note && { detail: note }),
      icon: section === "apart" ? "debug-disconnect" : "link",
    })),
  });
  const chosen = typeof answer === "string" ? entries[Number(answer)] : undefined;
  if (chosen !== undefined)
    await unsay(host, ({ section, index }) => section === chosen.section && index === chosen.index);
}
