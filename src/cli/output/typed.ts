import type { Terminal } from "./terminal.ts";

/** Asks a person to type a word to go on. Answers whether it was that word. */
export async function typed(word: string, terminal: Terminal, signal: AbortSignal): Promise<boolean> {
  return (await terminal.ask(`Type ${terminal.voice("heading", word)} to go on:`, signal)) === word;
}
