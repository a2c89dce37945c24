import type { Host } from "../host.ts";

/** What a command does. `given` is what the editor hands over: the item it was run on, and all selected items. */
export interface CommandModule {
  run(host: Host, ...given: readonly unknown[]): unknown;
}

/** Commands by their ids. Each is loaded when it is run for the first time. */
export type CommandTable = Readonly<Record<string, () => Promise<CommandModule>>>;
