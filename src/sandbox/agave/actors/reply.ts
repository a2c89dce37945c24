import { jsonReply, type Reply } from "../../server/message.ts";
import type { ActorCase } from "./records.ts";

const version = "1.9.0-sandbox";

/** A success in Abaco's envelope: 200 always, with a sentence and the result, which may be null. */
export function abacoReply(message: string, result: unknown): Reply {
  return jsonReply(200, { message, result: result ?? null, status: "success", version });
}

/** An error in Abaco's envelope: 400 unless the service knows better, also where somebody may not do something. */
export function abacoError(message: string, status = 400): Reply {
  return jsonReply(status, { message, result: null, status: "error", version });
}

/** An object with its keys in the spelling of the deployment; those that begin with `_` and all values stay. */
export function spell(
  spelling: ActorCase,
  fields: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).map(([key, value]) => [spellKey(spelling, key), value]));
}

function spellKey(spelling: ActorCase, key: string): string {
  if (spelling === "snake" || key.startsWith("_")) return key;
  return key.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

/** A name in the service's own spelling: `max_workers` for `maxWorkers`. */
export function toSnake(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
