import * as vscode from "vscode";
import type { Host } from "../../host.ts";
import { noticesOf } from "../../status/notices.ts";

/** Lists all that the status bar has to tell; a choice goes where it can be seen to. */
export async function run(host: Host): Promise<void> {
  const notices = await noticesOf(host);
  if (notices.length === 0) {
    const message =
      "There is nothing to tell: nothing has been compared in this window, and no sign-in or token ends soon.";
    await host.ask.offer({ id: "noStatus", level: "information", message, actions: [] });
    return;
  }
  const answer = await host.ask.pick({
    id: "status",
    title: "Show Status",
    placeholder: "What do you want to see to?",
    choices: notices.map(({ icon, text, detail, action }, index) => ({
      id: String(index),
      label: text,
      description: action.title,
      detail,
      icon,
    })),
  });
  const action = typeof answer === "string" ? notices[Number(answer)]?.action : undefined;
  if (action !== undefined) await vscode.commands.executeCommand(action.command, ...(action.arguments ?? []));
}
