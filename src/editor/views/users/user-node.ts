import type { Account } from "../../../identity/account.ts";
import { accountLabel } from "../../../identity/account.ts";
import type { Host } from "../../host.ts";
import { resourceNode, resourceNodeId } from "../../resources/resource-node.ts";
import type { TreeNode } from "../../tree/node.ts";
import { accountFlags, accountTooltip } from "../accounts.ts";
import { linkedNodes } from "./linked-accounts.ts";
import type { Standing } from "./standing.ts";
import type { UserResource } from "./user.ts";

/** A user of a SCIM connection, how it stands to the sources, and its linked accounts and groups below. */
export function userNode(host: Host, resource: UserResource, standing: Standing | undefined): TreeNode {
  const { data } = resource;
  return resourceNode(resource, {
    ...look(resource, standing),
    flags: ["editable", ...accountFlags(data), ...standingFlags(standing)],
    children: { load: (signal) => linkedNodes(host, resourceNodeId(resource), data, signal) },
  });
}

/** A deactivated user whom the server does not list. */
export function hiddenUserNode(
  host: Host,
  ownerId: string,
  resource: UserResource,
  standing: Standing | undefined,
): TreeNode {
  const { data } = resource;
  const id = `${ownerId}/${resource.id}`;
  return {
    ...resourceNode(resource, {
      ...look(resource, standing),
      flags: ["hidden", ...accountFlags(data), ...standingFlags(standing)],
      children: { load: (signal) => linkedNodes(host, id, data, signal) },
    }),
    id,
  };
}

function look({ data, name }: UserResource, standing: Standing | undefined) {
  return {
    label: name,
    description: [secondName(data), data.active ? undefined : "inactive", ...(standing?.notes ?? [])]
      .filter(Boolean)
      .join(" · "),
    tooltip: accountTooltip(data, ...(standing === undefined ? [] : [tooltipOf(standing)])),
    icon: standing?.icon ?? stateIcon(data),
    noun: "user",
    spoken: "user",
  };
}

/** What a user is read by besides its label: the e-mail, or the user name where that is the label or there is none. */
function secondName(user: Account): string | undefined {
  const label = accountLabel(user);
  return [user.emails[0], user.userName].find((name) => name !== undefined && name !== label);
}

function stateIcon({ active }: Account) {
  return active ? { id: "account" } : { id: "circle-slash", color: "disabledForeground" };
}

function standingFlags(standing: Standing | undefined): readonly string[] {
  if (standing === undefined) return [];
  const { state, linked } = standing;
  return [
    ...(linked.length > 0 ? ["linked"] : []),
    ...(state === "differs" || state === "disputed" ? [state] : []),
  ];
}

function tooltipOf({ notes }: Standing): string {
  const [first = "In step", ...others] = notes;
  return [first.charAt(0).toUpperCase() + first.slice(1), ...others].join("; ");
}
