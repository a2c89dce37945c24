import type { Account } from "../../../identity/account.ts";
import type { Host } from "../../host.ts";
import type { Resource } from "../../resources/resource.ts";
import { resourceNode, resourceNodeId } from "../../resources/resource-node.ts";
import type { TreeNode } from "../../tree/node.ts";
import { accountDescription, accountFlags, accountTooltip } from "../accounts.ts";
import { linkedNodes } from "./linked-accounts.ts";

/** A user of a SCIM connection, with its linked accounts below. */
export function userNode(host: Host, resource: Resource<Account>): TreeNode {
  const { data, name } = resource;
  return resourceNode(resource, {
    label: name,
    description: accountDescription(data),
    tooltip: accountTooltip(data),
    icon: data.active ? { id: "account" } : { id: "circle-slash", color: "disabledForeground" },
    noun: "user",
    flags: ["editable", ...accountFlags(data)],
    spoken: "user",
    children: { load: (signal) => linkedNodes(host, resourceNodeId(resource), data, signal) },
  });
}
