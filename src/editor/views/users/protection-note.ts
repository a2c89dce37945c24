import type { Host } from "../../host.ts";

/** What is to be said of a user that a change would bring under the protect rule. */
export async function protectionNote(
  host: Host,
  connection: string,
  resource: Readonly<Record<string, unknown>>,
): Promise<readonly string[]> {
  const session = await host.sessions.get();
  return session.isProtected(connection, resource)
    ? ["The protect rule of rollcall.jsonc holds it from then on: Rollcall does not change it any more."]
    : [];
}
