import { tableOf } from "../../operation.ts";
import { page, reads } from "./shared.ts";

/** The operations of Agave's profile service, by the names of the AgavePy document. */
export const profiles = tableOf({
  "profiles.list": {
    ...reads,
    path: "/profiles/v2",
    query: [
      ...page,
      { name: "name", type: "string", help: "Part of a name." },
      { name: "email", type: "string", help: "E-mail address." },
      { name: "first_name", type: "string", help: "First name." },
      { name: "last_name", type: "string", help: "Last name." },
      { name: "full_name", type: "string", help: "Full name." },
      { name: "status", type: "string", help: "Status; the server ignores it." },
      { name: "username", type: "string", help: "User name." },
    ],
    pages: "offset",
    gives: "list",
    help: "Searches profiles by one criterion; answers nothing without one.",
    result: "A page of profiles.",
    notes: [
      "Of several criteria the first counts, in the order username, email, name, full_name, first_name, last_name.",
      "Deployments send the fields in camelCase or in snake_case; both are read.",
    ],
  },
  "profiles.get": {
    ...reads,
    path: "/profiles/v2/me",
    help: "Reads the profile of the signed-in user.",
    result: "The profile.",
  },
  "profiles.listByUsername": {
    ...reads,
    path: "/profiles/v2/{username}",
    pathParameters: [{ name: "username", type: "string", required: true, help: "User name." }],
    help: "Reads one profile by its user name.",
    result: "The profile; one, although the name speaks of a list.",
  },
});
