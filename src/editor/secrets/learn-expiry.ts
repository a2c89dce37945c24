import type { ConnectionConfiguration } from "../../config/configuration.ts";
import { astakosIdentity } from "../../platforms/astakos/identity.ts";
import { asFields } from "../../platforms/read.ts";
import type { Host } from "../host.ts";
import { describeProblem } from "../problem.ts";
import { originOf } from "./place.ts";

/** Asks Astakos when a user's token ends, and remembers it. The views tell where the token is not taken. */
export async function learnExpiry(host: Host, connection: ConnectionConfiguration): Promise<void> {
  const { name, platform, url } = connection;
  if (platform !== "astakos" || connection.account === "service") return;
  try {
    const { client } = (await host.sessions.get()).operations(name);
    const fields = asFields(await client.raw("authenticate"));
    if (fields !== undefined)
      await host.expiries.set(name, originOf(url), astakosIdentity(fields).tokenExpires);
  } catch (error) {
    host.log.info(`it is not known when the sign-in of ${name} ends: ${describeProblem(error).message}`);
  }
}
