import { isObject } from "../../server/message.ts";
import type { ResourceEvent } from "./bus.ts";
import type { NotificationRecord } from "./record.ts";

const timeout = 5000;
const mostRepetitions = 5;

/** What came of telling somebody. */
export interface Delivery {
  readonly attempts: number;
  /** The status of the last answer; null where there was none. */
  readonly responseCode: number | null;
  readonly success: boolean;
}

/**
 * Posts an event to the URL of a notification; `${UUID}` and `${EVENT}` in it are filled in. Only this machine is
 * called, by http: everything else counts as an attempt that failed. Where its policy asks for repetitions, they
 * follow at once, at most five of them.
 */
export async function deliver(
  { id, url, policy }: NotificationRecord,
  { uuid, event, resource }: ResourceEvent,
  signal: AbortSignal,
): Promise<Delivery> {
  const target = url
    .replaceAll(/\$\{UUID\}|%24%7BUUID%7D/gi, encodeURIComponent(uuid))
    .replaceAll(/\$\{EVENT\}|%24%7BEVENT%7D/gi, encodeURIComponent(event));
  const repetitions = policy.retryStrategyType === "NONE" ? 0 : Math.min(policy.retryLimit, mostRepetitions);
  const body = JSON.stringify(isObject(resource) ? resource : {});
  let responseCode: number | null = null;
  for (let attempt = 1; ; attempt += 1) {
    responseCode = isOnThisMachine(target) ? await post(target, body, id, signal) : null;
    const success = responseCode !== null && responseCode >= 200 && responseCode < 300;
    if (success || attempt > repetitions || signal.aborted)
      return { attempts: attempt, responseCode, success };
  }
}

async function post(target: string, body: string, id: string, signal: AbortSignal): Promise<number | null> {
  try {
    const response = await fetch(target, {
      method: "POST",
      headers: { "content-type": "application/json", "x-agave-notification": id },
      body,
      redirect: "manual",
      signal: AbortSignal.any([signal, AbortSignal.timeout(timeout)]),
    });
    await response.body?.cancel();
    return response.status;
  } catch {
    return null;
  }
}

function isOnThisMachine(target: string): boolean {
  if (!URL.canParse(target)) return false;
  const { protocol, hostname } = new URL(target);
  return protocol === "http:" && /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(hostname);
}
