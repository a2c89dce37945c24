import * as vscode from "vscode";
import type { Host } from "../../host.ts";
import { keepToken, type TokenOwner } from "./tokens.ts";

/** What a person wants done with a token that is shown once. */
export type TokenPlace = "clipboard" | "keep";

/** Asks, before a token is made, where it is to go: afterwards it must not depend on anybody. */
export async function askTokenPlace(host: Host, title: string): Promise<TokenPlace | undefined> {
  const answer = await host.ask.pick({
    id: "tokenPlace",
    title,
    placeholder: "The token is shown once. Where should it go?",
    choices: [
      { id: "clipboard", label: "Copy to the clipboard", icon: "copy" },
      {
        id: "keep",
        label: "Keep in the editor's secret storage",
        detail: "Copy Token gets it from there whenever it is needed.",
        icon: "lock",
      },
    ],
  });
  return answer === "clipboard" || answer === "keep" ? answer : undefined;
}

/** Puts a new token where it was wanted and says so, never what it is. */
export async function handOver(
  host: Host,
  owner: TokenOwner & { readonly name: string },
  token: string,
  place: TokenPlace,
): Promise<void> {
  if (place === "keep") await keepToken(host, owner, token);
  else await vscode.env.clipboard.writeText(token);
  const where =
    place === "keep"
      ? "is kept in the editor's secret storage"
      : "was copied to the clipboard. It is not shown again";
  const message = `The token of ${owner.name} ${where}.`;
  void host.ask.offer({ id: "token", level: "information", message, actions: [] });
}
