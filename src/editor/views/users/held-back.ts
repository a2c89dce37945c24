import type { Host } from "../../host.ts";
import type { UserResource } from "./user.ts";

/** Those that may be changed, and those that the policy's protect rule holds back. */
export interface Sifted {
  readonly free: readonly UserResource[];
  readonly held: readonly UserResource[];
}

/** Parts users by whether the protect rule holds them back. Where it holds all of them, the person is told. */
export async function siftProtected(host: Host, users: readonly UserResource[]): Promise<Sifted> {
  const session = await host.sessions.get();
  const isHeld = ({ connection, data }: UserResource) => session.isProtected(connection, data.attributes);
  const sifted = { free: users.filter((user) => !isHeld(user)), held: users.filter(isHeld) };
  if (sifted.free.length === 0 && sifted.held.length > 0)
    await host.ask.offer({ id: "protected", level: "warning", message: heldText(sifted.held), actions: [] });
  return sifted;
}

/** `svc-import of odm is held by the protect rule of rollcall.jsonc, and is left alone.` */
export function heldText(held: readonly UserResource[]): string {
  const names = held.map(({ name }) => name).join(", ");
  const places = [...new Set(held.map(({ connection }) => connection))].join(", ");
  return `${names} of ${places} ${held.length === 1 ? "is" : "are"} held by the protect rule of rollcall.jsonc, and left alone.`;
}
