import type { SandboxEndpoints } from "./endpoints.ts";

/**
 * The text of a `rollcall.jsonc` for a sandbox: its five platforms, and the policy that the sandbox's truth goes by.
 * There is no secret in it.
 */
export function sampleConfiguration({ odm, astakos, agave, ubiops, osparc }: SandboxEndpoints): string {
  return `{
  // The platforms of the sandbox. Tokens do not belong in this file: the editor asks for them,
  // the command line reads ROLLCALL_TOKEN_ODM, ROLLCALL_TOKEN_OKEANOS, ROLLCALL_TOKEN_TACC and
  // ROLLCALL_TOKEN_MODELS.
  "connections": {
    "odm": { "platform": "odm", "url": ${JSON.stringify(odm.url)} },
    "okeanos": { "platform": "astakos", "url": ${JSON.stringify(astakos.url)}, "account": "service" },
    "tacc": { "platform": "agave", "url": ${JSON.stringify(agave.url)} },
    "models": {
      "platform": "ubiops",
      "url": ${JSON.stringify(ubiops.url)},
      "project": ${JSON.stringify(ubiops.project)}
    },
    "osparc": { "platform": "osparc", "url": ${JSON.stringify(osparc.url)} }
  },
  "reconcile": {
    // The users of "target" are written; the accounts of "sources" are only read.
    "target": "odm",
    "sources": ["okeanos", "tacc"],
    // Everybody else is left alone.
    "scope": "emails[type eq \\"work\\" and value ew \\"@example.org\\"]",
    "protect": "userName sw \\"svc-\\"",
    // Who belongs together: the first rule that decides counts.
    "match": [
      { "target": "externalId", "source": "okeanos.uuid" },
      { "target": "emails.value", "source": "okeanos.displayname" },
      { "target": "emails.value", "source": "tacc.email" },
      { "target": "userName", "source": "tacc.username" }
    ],
    // What a user should look like. "on": "create" fills in new users only.
    "set": [
      { "attribute": "externalId", "from": "okeanos.uuid" },
      { "attribute": "displayName", "from": "tacc.fullName", "when": "tacc.fullName pr" },
      { "attribute": "userName", "from": "tacc.username", "when": "tacc.username pr" },
      { "attribute": "displayName", "from": "okeanos.displayname", "on": "create" },
      { "attribute": "userName", "from": "okeanos.displayname", "on": "create" }
    ],
    // What happens to those who are on one side only.
    "situations": {
      "absent": "create",
      "dormant": "reactivate",
      "sourceMissing": "deactivate",
      "unassigned": "report"
    },
    // A plan with more changes than these is not applied at all.
    "limits": { "deactivate": "10%", "create": "30%", "reactivate": "20%", "update": "50%" }
  }
}
`;
}
