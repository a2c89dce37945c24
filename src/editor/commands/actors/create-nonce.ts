import * as vscode from "vscode";
import type { Host } from "../../host.ts";
import { openConnection } from "../../resources/open.ts";
import { withProgress } from "../../ui/progress.ts";
import { askSteps } from "../../ui/steps.ts";
import { chooseActor } from "../../views/actors/choose.ts";
import { showSection } from "../../views/actors/show.ts";
import { agave } from "../../views/agave/client.ts";

const title = "Create Nonce";

/** Asks what a nonce should allow and how often, makes it, and puts it on the clipboard. */
export async function run(host: Host, ...given: readonly unknown[]): Promise<void> {
  const place = await chooseActor(host, given, title);
  if (place === undefined) return;
  const step = (number: number) => ({ title, step: number, of: 2 });
  const answers = await askSteps([
    () =>
      host.ask.pick({
        id: "level",
        title,
        step: step(1),
        placeholder: `What may whoever has it do with ${place.name}?`,
        choices: [
          { id: "EXECUTE", label: "EXECUTE", description: "send it messages" },
          { id: "READ", label: "READ", description: "see it, its executions and logs" },
          { id: "UPDATE", label: "UPDATE", description: "change and delete it, too" },
        ],
      }),
    () =>
      host.ask.input({
        id: "uses",
        title,
        step: step(2),
        prompt: "How often may it be used? -1 for no end",
        value: "1",
        validate: (text) =>
          /^(-1|[1-9]\d*)$/.test(text.trim())
            ? undefined
            : { message: "A number of uses, or -1, is needed." },
      }),
  ]);
  if (answers === undefined) return;
  const [level = "EXECUTE", uses = "1"] = answers;
  const client = agave(await openConnection(host.sessions, place.connection));
  try {
    const body = { level, maxUses: Number(uses) };
    const { id } = await withProgress(`creating a nonce of ${place.name}`, ({ signal }) =>
      client.call("actors.addNonce", { actorId: place.actor, body }, { signal }),
    );
    await vscode.env.clipboard.writeText(id);
    const message = `A nonce of ${place.name} was copied to the clipboard. It is as good as a password.`;
    void host.ask.offer({ id: "nonce", level: "information", message, actions: [] });
  } finally {
    await showSection(host, place, "nonces");
  }
}
