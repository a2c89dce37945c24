import type { Terminal } from "./output/terminal.ts";

/** Tells of waits that servers ask for, once for each stretch of time, however many requests wait in it. */
export function tellWaits(terminal: Terminal): (connection: string, seconds: number) => void {
  const toldUntil = new Map<string, number>();
  return (connection, seconds) => {
    const now = Date.now();
    if (now < (toldUntil.get(connection) ?? 0)) return;
    toldUntil.set(connection, now + seconds * 1000);
    terminal.say(
      terminal.voice("warning", `${connection} asks to wait: going on in ${Math.ceil(seconds)} s.`),
    );
  };
}
