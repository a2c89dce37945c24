import type { ServiceUser } from "../../platforms/ubiops/answers.ts";
import type { Host } from "../host.ts";
import type { Resource } from "../resources/resource.ts";
import { originOf } from "../secrets/place.ts";
import { inOrder, type Notice } from "./notice.ts";
import { reconciliationNotices } from "./reconciliation-notices.ts";
import { serviceUserNotices } from "./service-user-notices.ts";
import { type EndingSignIn, signInNotices } from "./sign-in-notices.ts";

/** All that there is to tell at present, the most urgent first. It comes from what is known; nothing is asked for. */
export async function noticesOf(host: Host): Promise<readonly Notice[]> {
  const now = Date.now();
  const serviceUsers = host.resources.serviceUsers.all() as readonly Resource<ServiceUser>[];
  return inOrder([
    ...reconciliationNotices(host.reconciliation),
    ...signInNotices(await endingSignIns(host), now),
    ...serviceUserNotices(serviceUsers, now),
  ]);
}

/** Of the connections that are configured. */
async function endingSignIns(host: Host): Promise<readonly EndingSignIn[]> {
  const state = await host.configuration.state();
  const connections = "configuration" in state ? Object.values(state.configuration.connections) : [];
  return connections.flatMap(({ name, url }) => {
    const at = host.expiries.at(name, originOf(url));
    return at === undefined ? [] : [{ connection: name, at }];
  });
}
