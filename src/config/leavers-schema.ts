import * as v from "valibot";
import { grantKinds } from "../identity/access.ts";
import { leaverLists, leavingReasons } from "../identity/leavers/policy.ts";
import { closed } from "./closed.ts";

const names = (description: string, example: string) =>
  v.optional(v.pipe(v.array(v.string()), v.metadata({ description, examples: [[example]] })));

/** The `leavers` section of `reconcile`. */
export const leaversSchema = v.pipe(
  closed({
    revoke: v.optional(
      v.pipe(
        v.union(
          [v.boolean(), v.array(v.picklist(grantKinds))],
          `must be true for every kind of permission, or a list of ${grantKinds.join(", ")}.`,
        ),
        v.metadata({
          description:
            "The permissions on Agave that are planned to be withdrawn from people who leave: true for every kind, or a list of kinds. Default: none.",
          examples: [true, ["system", "app"]],
        }),
      ),
    ),
    from: names(
      "The sources whose permissions are read: agave connections. Default: every source that is one.",
      "tacc",
    ),
    when: v.optional(
      v.pipe(
        v.array(v.picklist(leavingReasons)),
        v.minLength(1, "must name at least one reason to count as leaving."),
        v.metadata({
          description:
            "Who counts as leaving: people whose account of the target is or becomes deactivated, and people whom the scope filter does not match any more. Only those whose accounts an earlier run linked. Default: deactivated.",
          examples: [["deactivated", "outOfScope"]],
        }),
      ),
    ),
    files: v.optional(
      v.pipe(
        v.array(
          v.pipe(
            v.string(),
            v.regex(/^[^/\s]+\/.*$/, 'must be written system/path, for example "imaging.storage/shared".'),
          ),
        ),
        v.metadata({
          description:
            "Files and folders on Agave systems whose permissions are looked at, each as system/path below the system's home folder. The home folder of every private storage system, and the folders of those who leave in it, are looked at anyway.",
          examples: [["imaging.storage/shared"]],
        }),
      ),
    ),
    list: v.optional(
      v.pipe(
        v.array(v.picklist(leaverLists)),
        v.metadata({
          description:
            "What is listed of people who leave, for a person to decide about: what they own on Agave, service users of UbiOps and services of oSPARC that carry their e-mail address or user name. Nothing of it is changed. Default: owned.",
          examples: [["owned", "serviceUsers", "services"]],
        }),
      ),
    ),
    also: names(
      "The ubiops and osparc connections that service users and services are looked for in. Default: every one that there is, where they are listed.",
      "models",
    ),
  }),
  v.metadata({
    description:
      "What is done about the access of people who leave. Where this section is absent, nothing is read or withdrawn.",
    defaultSnippets: [{ label: "leavers", body: { revoke: true, list: ["owned"] } }],
  }),
);
