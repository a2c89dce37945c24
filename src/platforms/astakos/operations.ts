import type { Operation } from "../operation.ts";

/** The operations of Astakos 0.13, by the last part of their URLs. */
export interface AstakosOperations {
  readonly get_services: Operation;
  readonly get_menu: Operation;
  readonly authenticate: Operation;
  readonly feedback: Operation;
  readonly user_catalogs: Operation;
  readonly service_user_catalogs: Operation;
}

/** The paths of version 0.13 (`astakos/urls.py`). They stay aliases in later versions. */
export const operations013: AstakosOperations = {
  get_services: {
    name: "get_services",
    method: "GET",
    path: "/im/get_services",
    answers: "json",
    repeatable: true,
    writes: false,
    anonymous: true,
    help: "Lists the services of the cloud.",
  },
  get_menu: {
    name: "get_menu",
    method: "GET",
    path: "/im/get_menu",
    query: [{ name: "location", type: "string", help: "Where signing in returns to." }],
    answers: "json",
    repeatable: true,
    writes: false,
    anonymous: true,
    help: "Lists the entries of the cloud bar.",
  },
  authenticate: {
    name: "authenticate",
    method: "GET",
    path: "/im/authenticate",
    query: [{ name: "usage", type: "string", help: "Not empty: the quota usage is answered too." }],
    answers: "json",
    repeatable: true,
    writes: false,
    help: "Tells whose token it is.",
  },
  feedback: {
    name: "feedback",
    method: "POST",
    path: "/feedback",
    body: { encoding: "form", required: true, type: "feedback_msg, feedback_data" },
    answers: "nothing",
    repeatable: false,
    writes: true,
    help: "Sends feedback to the operators.",
  },
  user_catalogs: {
    name: "user_catalogs",
    method: "POST",
    path: "/user_catalogs",
    body: { encoding: "json", required: true, type: "uuids, displaynames" },
    answers: "json",
    repeatable: true,
    writes: false,
    help: "Translates uuids and display names that are asked for, with a user's token.",
  },
  service_user_catalogs: {
    name: "service_user_catalogs",
    method: "POST",
    path: "/service/api/user_catalogs",
    body: { encoding: "json", required: true, type: "uuids, displaynames" },
    answers: "json",
    repeatable: true,
    writes: false,
    help: "Translates uuids and display names with a service's token; null instead of a list means everybody.",
  },
};

/** The same operations at the paths of version 0.14. */
export const operations014: AstakosOperations = {
  get_services: { ...operations013.get_services, path: "/ui/get_services" },
  get_menu: { ...operations013.get_menu, path: "/ui/get_menu" },
  authenticate: { ...operations013.authenticate, path: "/account/v1.0/authenticate" },
  feedback: { ...operations013.feedback, path: "/account/v1.0/feedback" },
  user_catalogs: { ...operations013.user_catalogs, path: "/account/v1.0/user_catalogs" },
  service_user_catalogs: {
    ...operations013.service_user_catalogs,
    path: "/account/v1.0/service/user_catalogs",
  },
};
