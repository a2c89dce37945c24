import type { Operation } from "../operation.ts";

/** The profile operations of Agave v2, by the names of the AgavePy document. */
export interface AgaveProfileOperations {
  readonly list: Operation;
  readonly get: Operation;
  readonly listByUsername: Operation;
}

export const profileOperations: AgaveProfileOperations = {
  list: {
    name: "profiles.list",
    method: "GET",
    path: "/profiles/v2",
    query: [
      { name: "limit", type: "integer", help: "Most profiles to answer; the server takes 250 at most." },
      { name: "offset", type: "integer", help: "How many profiles to pass over." },
      { name: "name", type: "string", help: "Part of a name." },
      { name: "email", type: "string", help: "E-mail address." },
      { name: "first_name", type: "string", help: "First name." },
      { name: "last_name", type: "string", help: "Last name." },
      { name: "full_name", type: "string", help: "Full name." },
      { name: "status", type: "string", help: "Status; the server ignores it." },
      { name: "username", type: "string", help: "User name." },
    ],
    answers: "json",
    repeatable: true,
    writes: false,
    help: "Searches profiles by one criterion; answers nothing without one.",
  },
  get: {
    name: "profiles.get",
    method: "GET",
    path: "/profiles/v2/me",
    answers: "json",
    repeatable: true,
    writes: false,
    help: "Reads the profile of the signed-in user.",
  },
  listByUsername: {
    name: "profiles.listByUsername",
    method: "GET",
    path: "/profiles/v2/{username}",
    pathParameters: [{ name: "username", type: "string", required: true, help: "User name." }],
    answers: "json",
    repeatable: true,
    writes: false,
    help: "Reads one profile by its user name.",
  },
};
