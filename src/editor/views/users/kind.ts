import { type Account, accountLabel } from "../../../identity/account.ts";
import type { ResourceKind } from "../../resources/resource.ts";
import { readUsers } from "./read.ts";
import { userFilter } from "./user-filter.ts";
import { userNode } from "./user-node.ts";

/** The users of SCIM servers. */
export const userKind: ResourceKind<Account> = {
  one: "user",
  many: "users",
  filter: userFilter,
  sorts: [
    { id: "name", label: "Name", compare: byText(accountLabel) },
    { id: "userName", label: "User name", compare: byText(({ userName }) => userName) },
    { id: "email", label: "E-mail", compare: byText(({ emails }) => emails[0]) },
  ],
  groupings: [
    {
      id: "state",
      label: "State",
      of: ({ active }) =>
        active
          ? { id: "active", label: "Active", icon: { id: "account" } }
          : { id: "inactive", label: "Inactive", icon: { id: "circle-slash" } },
    },
    { id: "domain", label: "E-mail domain", of: domainGroup },
  ],
  read: readUsers,
  idOf: ({ id }) => id,
  nameOf: accountLabel,
  call: (id) => ({ operation: "get_user", args: { id } }),
  get: (opened, id, signal) => opened.directory().get(id, signal ? { signal } : {}),
  edit: "user",
  json: ({ attributes }) => attributes,
  nodes: ({ host }, resources) => resources.map((resource) => userNode(host, resource)),
};

function byText(textOf: (account: Account) => string | undefined) {
  return (one: Account, other: Account) => (textOf(one) ?? "").localeCompare(textOf(other) ?? "", "en");
}

function domainGroup({ emails: [email] }: Account) {
  const domain = email?.slice(email.lastIndexOf("@") + 1).toLowerCase();
  return domain === undefined
    ? { id: "none", label: "No e-mail", icon: { id: "mail" } }
    : { id: `domain ${domain}`, label: domain, icon: { id: "mail" } };
}
