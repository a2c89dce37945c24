import { type Parameter, tableOf } from "../operation.ts";
import { count, creates, jsonBody, patches, reads, removes, startIndex } from "../scim/parameters.ts";

const id = {
  name: "id",
  type: "string",
  required: true,
  help: "Unique identifier of the group in ODM.",
} as const satisfies Parameter;

const excludedAttributes = {
  name: "excludedAttributes",
  alias: "excluded_attributes",
  type: "string",
  values: ["members"],
  help: "members: leaves the members out of the answer.",
} as const satisfies Parameter;

const group = {
  schemas: ["urn:ietf:params:scim:schemas:core:2.0:Group"],
  displayName: "Imaging",
};

const patch = {
  schemas: ["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
  Operations: [{ op: "replace", path: "displayName", value: "Imaging core" }],
};

/** The group operations of Genestack ODM, which its server has beside those on users. */
export const groupTable = tableOf({
  find_groups: {
    ...reads,
    path: "/Groups",
    query: [
      { name: "filter", type: "string", help: 'displayName eq "…"; nothing else is taken.' },
      startIndex,
      count,
      excludedAttributes,
    ],
    pages: "startIndex",
    from: "server",
    help: "Lists the groups that you are in, or all of them with the permission to manage groups.",
    result: "One page of groups, with the total.",
  },
  get_group: {
    ...reads,
    path: "/Groups/{id}",
    pathParameters: [id],
    query: [excludedAttributes],
    from: "server",
    help: "Reads one group.",
    result: "The group.",
    notes: ["A group that you may not see is answered like one that does not exist."],
  },
  create_group: {
    ...creates,
    path: "/Groups",
    body: jsonBody("Group", group),
    from: "server",
    help: "Creates a group without members; its creator becomes its admin.",
    result: "The group as stored, with its id.",
    notes: ["Names are not unique and nothing is updated: the same request again makes a second group."],
    ifLost:
      "The group may have been created: look for its displayName with find_groups before creating it again.",
  },
  patch_group: {
    ...patches,
    path: "/Groups/{id}",
    pathParameters: [id],
    body: jsonBody("GroupPatch", patch),
    answers: "nothing",
    from: "server",
    help: "Changes displayName, externalId or members of a group.",
    result: "Nothing; unlike a change of a user.",
  },
  delete_group: {
    ...removes,
    path: "/Groups/{id}",
    pathParameters: [id],
    from: "server",
    help: "Deletes a group.",
    result: "Nothing.",
  },
});
