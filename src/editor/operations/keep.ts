import type { ValueRef } from "../../identity/keepable.ts";
import type { Host } from "../host.ts";
import { replanBy } from "./replan.ts";

/** Keeps values of the target, and plans again from what was read. Answers whether that went well. */
export function keepInHand(host: Host, values: readonly ValueRef[]): Promise<boolean> {
  return replanBy(host, "keeping values", (session, planning) => session.keep(planning, values));
}

/** Takes back that values are kept, and plans again from what was read. Answers whether that went well. */
export function releaseInHand(host: Host, values: readonly ValueRef[]): Promise<boolean> {
  return replanBy(host, "keeping values", (session, planning) => session.release(planning, values));
}
