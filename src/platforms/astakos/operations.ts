import { type Operation, type OperationTable, tableOf } from "../operation.ts";

const reads = { method: "GET", answers: "json", repeatable: true, writes: false, from: "seed" } as const;

/** Asks for what a POST carries, so that it is a read and may be sent again. */
const translates = { ...reads, method: "POST" } as const;

const catalogs = {
  encoding: "json",
  required: true,
  type: "uuids, displaynames",
  example: { uuids: ["73917abc-abcd-477e-a1f1-1763abcdefab"], displaynames: ["user@example.org"] },
} as const;

/** The operations of Astakos 0.13 by the last part of their URLs; its paths (`astakos/urls.py`) stay aliases in later versions. */
export const operations013 = tableOf({
  get_services: {
    ...reads,
    path: "/im/get_services",
    anonymous: true,
    gives: "list",
    help: "Lists the services of the cloud.",
    result: "A list of services with id, name, url and icon.",
  },
  get_menu: {
    ...reads,
    path: "/im/get_menu",
    query: [{ name: "location", type: "string", help: "Where signing in returns to." }],
    anonymous: true,
    gives: "list",
    help: "Lists the entries of the cloud bar.",
    result: "A list of entries with url and name.",
    notes: ["The server looks at a session's cookie and at no token, so that the entry is always Sign in."],
  },
  authenticate: {
    ...reads,
    path: "/im/authenticate",
    query: [{ name: "usage", type: "string", help: "Not empty: the quota usage is answered too." }],
    help: "Tells whose token it is.",
    result: "The user: uuid, display name, e-mails, and when the token was made and expires.",
    notes: [
      "The document promises a displayname and dates as text; the server sends username and milliseconds. Both are read.",
      "The document shows the e-mails in brackets within a text; the server sends a list. Both are read.",
    ],
  },
  feedback: {
    method: "POST",
    path: "/feedback",
    body: {
      encoding: "form",
      required: true,
      type: "feedback_msg, feedback_data",
      fields: [
        { name: "feedback_msg", type: "string", required: true, help: "The message." },
        { name: "feedback_data", type: "string", help: "More about it, such as the state of a program." },
      ],
    },
    answers: "nothing",
    repeatable: false,
    writes: true,
    from: "seed",
    help: "Sends feedback to the operators.",
    result: "Nothing.",
    ifLost: "The operators may have received it: ask them before sending it again.",
  },
  user_catalogs: {
    ...translates,
    path: "/user_catalogs",
    body: catalogs,
    help: "Translates uuids and display names that are asked for, with a user's token.",
    result: "Two catalogs: display names by uuid, and uuids by display name; what is not known is left out.",
  },
  service_user_catalogs: {
    ...translates,
    path: "/service/api/user_catalogs",
    body: catalogs,
    help: "Translates uuids and display names with a service's token; null instead of a list of uuids means everybody.",
    result: "Two catalogs: display names by uuid, and uuids by display name; what is not known is left out.",
    notes: ["The document gives it the path of user_catalogs; the server refuses a service's token there."],
  },
});

/** The operations of Astakos. */
export type AstakosTable = typeof operations013;
export type AstakosOperations = { readonly [Name in keyof AstakosTable]: Operation };

const paths014: Readonly<Record<keyof AstakosTable, string>> = {
  get_services: "/ui/get_services",
  get_menu: "/ui/get_menu",
  authenticate: "/account/v1.0/authenticate",
  feedback: "/account/v1.0/feedback",
  user_catalogs: "/account/v1.0/user_catalogs",
  service_user_catalogs: "/account/v1.0/service/user_catalogs",
};

/** The same operations at the paths of version 0.14. */
export const operations014 = movedTo(operations013, paths014);

function movedTo<Table extends OperationTable>(
  table: Table,
  paths: Readonly<Record<keyof Table, string>>,
): { readonly [Name in keyof Table]: Omit<Table[Name], "path"> & { readonly path: string } } {
  const moved = Object.entries(table).map(([name, row]) => [name, { ...row, path: paths[name] }]);
  return Object.fromEntries(moved) as {
    readonly [Name in keyof Table]: Omit<Table[Name], "path"> & { readonly path: string };
  };
}
