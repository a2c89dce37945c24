import { type Attribute, type AttributeSchema, coreUserSchema } from "../filter/attributes.ts";
import { sectionOf } from "../filter/language/source.ts";
import { type PlatformName, platformFacts } from "./platform-facts.ts";

/** What a filter can ask of accounts, or of people who have some. */
export interface FilterSchema {
  /** Whose accounts they are; absent for people, who have some on several platforms. */
  readonly platform?: PlatformName;
  readonly attributes: AttributeSchema;
  /** Where an attribute is defined, in a sentence, by its path. */
  readonly sourceOf: (path: string) => string | undefined;
}

/** What Genestack ODM answers of a user, whether or not rules may name it. */
const odmNames: ReadonlySet<string> = new Set([
  "schemas",
  "id",
  "externalId",
  "userName",
  "displayName",
  "active",
  "emails",
  "meta",
]);

/** What a filter can ask of the accounts of a platform. */
export function accountSchema(platform: PlatformName): FilterSchema {
  const { title, attributes } = platformFacts[platform];
  if (platform === "scim") return { platform, attributes: coreUserSchema, sourceOf: sectionOf };
  if (platform === "odm")
    return {
      platform,
      attributes: { attributes: coreUserSchema.attributes.filter(({ name }) => odmNames.has(name)) },
      sourceOf: sectionOf,
    };
  const names = typeof attributes === "string" ? [] : attributes;
  return {
    platform,
    attributes: { attributes: names.map((name): Attribute => ({ name, type: "string" })) },
    sourceOf: () => `Of an account of ${title}.`,
  };
}

/** What a filter can ask of a person, who has one complex attribute for each connection that takes part. */
export function personSchema(platforms: ReadonlyMap<string, PlatformName>): FilterSchema {
  return {
    attributes: {
      attributes: [...platforms].map(
        ([name, platform]): Attribute => ({
          name,
          type: "complex",
          description: `The account of the person on ${name} (${platformFacts[platform].title})`,
          subAttributes: accountSchema(platform).attributes.attributes,
        }),
      ),
    },
    sourceOf(path) {
      const [name = "", ...rest] = path.split(".");
      const platform = platforms.get(name);
      return platform && rest.length > 0 ? accountSchema(platform).sourceOf(rest.join(".")) : undefined;
    },
  };
}
