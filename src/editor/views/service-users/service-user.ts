import type { PlatformClients } from "../../../platforms/open.ts";
import type { ServiceUser } from "../../../platforms/ubiops/answers.ts";
import type { Host } from "../../host.ts";
import { openConnection } from "../../resources/open.ts";
import type { Resource } from "../../resources/resource.ts";
import { expiryOf } from "./expiry.ts";

/** A service user as the view has it. */
export type ServiceUserResource = Resource<ServiceUser>;

/** What it is called: its name, else the e-mail address that UbiOps made. */
export function serviceUserName({ name, email, id }: ServiceUser): string {
  return name || email || id;
}

/** Whether its expiry date has been reached, so that UbiOps changes nothing of it any more. */
export function isExpired({ data }: ServiceUserResource): boolean {
  return expiryOf(data, Date.now()).state === "expired";
}

/** The client of a connection to UbiOps. */
export async function ubiopsClient(host: Host, connection: string): Promise<PlatformClients["ubiops"]> {
  const { client } = await openConnection(host.sessions, connection);
  return client as unknown as PlatformClients["ubiops"];
}
