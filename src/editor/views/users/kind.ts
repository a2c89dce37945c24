import { type Account, accountLabel } from "../../../identity/account.ts";
import type { ResourceKind } from "../../resources/resource.ts";
import { situationWords } from "../reconciliation/words.ts";
import { deactivatedNodes } from "./deactivated.ts";
import { readUsers } from "./read.ts";
import { type Standing, standingStates } from "./standing.ts";
import { type UserSurroundings, userSurroundings } from "./surroundings.ts";
import { userFilter } from "./user-filter.ts";
import { userNode } from "./user-node.ts";

/** The users of SCIM servers. */
export const userKind: ResourceKind<Account, UserSurroundings> = {
  one: "user",
  many: "users",
  filter: userFilter,
  sorts: [
    { id: "name", label: "Name", compare: byText(accountLabel) },
    { id: "userName", label: "User name", compare: byText(({ userName }) => userName) },
    { id: "email", label: "E-mail", compare: byText(({ emails }) => emails[0]) },
    {
      id: "step",
      label: "Out of step first",
      compare: (one, other, { standingOf }) => rank(standingOf(one)) - rank(standingOf(other)),
    },
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
    { id: "links", label: "Linked accounts", of: (user, { standingOf }) => linksGroup(standingOf(user)) },
    {
      id: "situation",
      label: "Situation in the plan",
      of: (user, { standingOf }) => situationGroup(standingOf(user)),
    },
  ],
  read: readUsers,
  idOf: ({ id }) => id,
  nameOf: accountLabel,
  call: (id) => ({ operation: "get_user", args: { id } }),
  get: (opened, id, signal) => opened.directory().get(id, signal ? { signal } : {}),
  edit: "user",
  json: ({ attributes }) => attributes,
  surroundings: userSurroundings,
  ahead: async (place, around) => deactivatedNodes(place, around),
  nodes: ({ host }, resources, { standingOf }) =>
    resources.map((resource) => userNode(host, resource, standingOf(resource.data))),
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

/** Where a user comes in the order of those out of step. */
function rank(standing: Standing | undefined): number {
  return standing === undefined ? standingStates.length : standingStates.indexOf(standing.state);
}

function linksGroup(standing: Standing | undefined) {
  const linked = standing?.linked ?? [];
  return linked.length > 0
    ? { id: `on ${linked.join(" ")}`, label: `On ${linked.join(", ")}`, icon: { id: "link" } }
    : { id: "none", label: "Not linked", icon: { id: "circle-outline" } };
}

function situationGroup(standing: Standing | undefined) {
  const situation = standing?.situation;
  if (situation === undefined)
    return { id: "none", label: "Not in the plan in hand", icon: { id: "circle-outline" } };
  const words = situationWords[situation];
  return {
    id: situation,
    label: words.charAt(0).toUpperCase() + words.slice(1),
    icon: { id: "git-compare" },
  };
}
