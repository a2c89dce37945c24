import type { ServiceUser } from "../../../platforms/ubiops/answers.ts";
import { localFilter } from "../../resources/local-filter.ts";
import type { ResourceKind } from "../../resources/resource.ts";
import { dayText, expiryOf } from "./expiry.ts";
import { serviceUserNode } from "./node.ts";
import { serviceUserName } from "./service-user.ts";
import { keptTokens } from "./tokens.ts";

/** The service users of UbiOps projects. */
export const serviceUserKind: ResourceKind<ServiceUser> = {
  one: "service user",
  many: "service users",

  filter: localFilter(["name", "email", "id", "state", "origin"], "import state:expired", (user) => ({
    name: user.name ?? undefined,
    email: user.email,
    id: user.id,
    state: expiryOf(user, Date.now()).state,
    expires: user.expiry_date ? dayText(user.expiry_date) : undefined,
    origin: user.allowed_cors_origins?.join(" "),
    description: user.description,
  })),

  async read({ client }, { signal }) {
    const users = (await client.callNamed(
      "service_users_list",
      {},
      signal ? { signal } : {},
    )) as readonly ServiceUser[];
    return { items: users.toSorted(byName), total: users.length };
  },

  idOf: ({ id }) => id,
  nameOf: serviceUserName,
  call: (id) => ({ operation: "service_users_get", args: { service_user_id: id } }),

  nodes({ host }, resources) {
    const kept = keptTokens(host);
    const now = Date.now();
    return resources.map((resource) => serviceUserNode(resource, now, kept.has(resource)));
  },
};

function byName(one: ServiceUser, other: ServiceUser): number {
  return serviceUserName(one).localeCompare(serviceUserName(other), "en") || (one.id < other.id ? -1 : 1);
}
