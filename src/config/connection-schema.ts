import * as v from "valibot";
import { closed } from "./closed.ts";
import { tabStop } from "./snippet.ts";

/** A connection's name, and how its environment variables are named after it. */
export const connectionNamePattern = /^[A-Za-z][A-Za-z0-9_-]*$/;

const environmentName = v.pipe(
  v.string(),
  v.regex(
    /^[A-Za-z_][A-Za-z0-9_]*$/,
    'must be the name of an environment variable (letters, digits and "_"), never the token itself.',
  ),
  v.metadata({
    description: "Name of the environment variable that holds the token.",
    examples: ["ODM_TOKEN"],
  }),
);

const count = (description: string, most: number) =>
  v.optional(
    v.pipe(
      v.number(),
      v.integer(`must be a whole number from 1 to ${most}.`),
      v.minValue(1, `must be at least 1.`),
      v.maxValue(most, `must be at most ${most}.`),
      v.description(description),
    ),
  );

const common = {
  url: v.pipe(
    v.string(),
    v.metadata({
      description: "Absolute base URL (http or https) without query and without credentials.",
      examples: ["https://odm.example.org"],
    }),
  ),
  production: v.optional(
    v.pipe(
      v.boolean(),
      v.description("Marks a system that matters: Rollcall asks for its name before it writes."),
    ),
  ),
  concurrency: count("The most requests in flight at once.", 64),
  requestsPerMinute: count("The most requests that begin in one minute.", 100_000),
  pageSize: count("Accounts asked for in one page.", 1000),
  timeoutSeconds: count("Seconds that one request may take.", 600),
  token: v.optional(
    v.pipe(
      closed({ env: environmentName }),
      v.metadata({
        description:
          "Where the command line finds the token, if not in ROLLCALL_TOKEN_<CONNECTION>. The token itself never goes into this file.",
        defaultSnippets: [{ label: "from the environment", body: { env: "$1" } }],
      }),
    ),
  ),
};

const basePath = v.optional(
  v.pipe(
    v.string(),
    v.regex(/^\/?[^\s?#]*$/, "must be a path without spaces, query or fragment."),
    v.metadata({
      description: "Path of the SCIM endpoints below the URL, where it is not the platform's usual one.",
      examples: ["/api/v1/scim"],
    }),
  ),
);

const platform = <const Name extends string>(name: Name, description: string) =>
  v.pipe(v.literal(name), v.description(description));

/** One connection, told apart by its platform. */
export const connectionSchema = v.variant("platform", [
  closed({
    platform: platform("odm", "Genestack ODM: users over SCIM. Can be reconciled."),
    ...common,
    basePath,
  }),
  closed({ platform: platform("scim", "Any SCIM 2.0 server. Can be reconciled."), ...common, basePath }),
  closed({
    platform: platform("astakos", "Astakos, the accounts of Synnefo clouds. Read only."),
    ...common,
    account: v.optional(
      v.pipe(
        v.picklist(["service", "user"]),
        v.metadata({
          description:
            "Whose token it is. A service's can list every account; a user's can only look accounts up. Default: user.",
          enumDescriptions: [
            "A service's token: lists every account.",
            "One user's token: looks accounts up.",
          ],
          default: "user",
        }),
      ),
    ),
    version: v.optional(
      v.pipe(
        v.picklist(["0.13", "0.14"]),
        v.metadata({ description: "Generation of the server's URLs. Default: 0.13.", default: "0.13" }),
      ),
    ),
  }),
  closed({
    platform: platform("agave", "Agave (Tapis v2): profiles, looked up by e-mail or username."),
    ...common,
  }),
  closed({
    platform: platform("ubiops", "UbiOps: service users. Browsed, not reconciled."),
    ...common,
    project: v.optional(v.pipe(v.string(), v.description("Name of the UbiOps project."))),
  }),
  closed({ platform: platform("osparc", "oSPARC: services. Browsed, not reconciled."), ...common }),
]);

/** The `connections` section. */
export const connectionsSchema = v.pipe(
  v.record(
    v.pipe(
      v.string(),
      v.regex(
        connectionNamePattern,
        'must start with a letter and hold only letters, digits, "_" and "-", since environment variables are named after it.',
      ),
    ),
    connectionSchema,
  ),
  v.metadata({
    description: "The platforms, each under a name that rules, commands and environment variables use.",
    defaultSnippets: [
      {
        label: "a target and a source",
        body: {
          [tabStop(1, "odm")]: { platform: "odm", url: `https://${tabStop(2, "odm.example.org")}` },
          [tabStop(3, "okeanos")]: {
            platform: "astakos",
            url: `https://${tabStop(4, "accounts.example.org")}`,
            account: "service",
          },
        },
      },
    ],
  }),
);
