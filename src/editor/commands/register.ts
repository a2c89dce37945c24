import * as vscode from "vscode";
import type { Host } from "../host.ts";

/**
 * Registers every command of the manifest; what they do is loaded with the first one that is run. What a command does not handle
 * itself is logged, and told once.
 */
export function registerCommands(host: Host): vscode.Disposable {
  const { contributes } = host.context.extension.packageJSON as Manifest;
  const registrations = contributes.commands.map(({ command: id }) =>
    vscode.commands.registerCommand(id, async (...given: unknown[]) => {
      try {
        const { commands } = await import("./table.ts");
        return await (await commands[id]?.())?.run(host, ...given);
      } catch (error) {
        const { tellProblem } = await import("./tell-problem.ts");
        await tellProblem(host, id, error);
        return undefined;
      }
    }),
  );
  return vscode.Disposable.from(...registrations);
}

interface Manifest {
  readonly contributes: { readonly commands: readonly { readonly command: string }[] };
}
