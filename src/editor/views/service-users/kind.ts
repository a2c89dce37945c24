import type { ServiceUser } from "../../../platforms/ubiops/answers.ts";
import { localFilter } from "../../resources/local-filter.ts";
import type { ResourceKind } from "../../resources/resource.ts";
import { counted } from "../reconciliation/words.ts";
import { dayText, expiryOf, expiryTitles } from "./expiry.ts";
import { expiryIcons, serviceUserNode } from "./node.ts";
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

  sorts: [
    {
      id: "expiry",
      label: "Expiry",
      compare: (one, other) => expiryTime(one) - expiryTime(other),
    },
    {
      id: "created",
      label: "Newest first",
      compare: (one, other) => (other.creation_date ?? "").localeCompare(one.creation_date ?? ""),
    },
  ],

  groupings: [
    {
      id: "state",
      label: "Expiry",
      of(user) {
        const { state } = expiryOf(user, Date.now());
        return { id: state, label: expiryTitles[state], icon: expiryIcons[state] };
      },
    },
  ],

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
  edit: "serviceUser",
  call: (id) => ({ operation: "service_users_get", args: { service_user_id: id } }),

  badge(_host, resources) {
    const now = Date.now();
    const ending = resources.filter(({ data }) => /expired|soon/.test(expiryOf(data, now).state)).length;
    if (ending === 0) return undefined;
    return { value: ending, tooltip: `${counted(ending, "service user")} expired or about to` };
  },

  async nodes({ host }, resources) {
    const kept = await keptTokens(host);
    const now = Date.now();
    return resources.map((resource) => serviceUserNode(resource, now, kept.has(resource)));
  },
};

/** When a service user expires, in milliseconds since 1970; those that never do come last. */
function expiryTime({ expiry_date: date }: ServiceUser): number {
  return date ? Date.parse(date) || Number.MAX_VALUE : Number.MAX_VALUE;
}

function byName(one: ServiceUser, other: ServiceUser): number {
  return serviceUserName(one).localeCompare(serviceUserName(other), "en") || (one.id < other.id ? -1 : 1);
}
