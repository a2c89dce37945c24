import { coreUserSchema, knownPaths } from "../filter/attributes.ts";
import { type PlatformName, platformFacts } from "./platform-facts.ts";

/** Every attribute path that rules may name of a platform's accounts. */
export function attributePaths(platform: PlatformName): readonly string[] {
  const { attributes } = platformFacts[platform];
  return attributes === "scimUser" ? knownPaths(coreUserSchema) : attributes;
}

/** Why an attribute cannot be written by a `set` rule although it exists, with the way out. */
const notSettable: Readonly<Record<string, string>> = {
  active: 'Whether an account is active follows from "situations" (dormant, sourceMissing), not from rules.',
  emails: "E-mail addresses are not editable there; a new account gets its address from its sources.",
  id: "The server gives ids itself.",
};

/** What to say of an attribute that `set` rules cannot write, and undefined where nothing particular is known. */
export function whyNotSettable(attribute: string): string | undefined {
  const [name = ""] = attribute.split(".");
  return Object.hasOwn(notSettable, name) ? notSettable[name] : undefined;
}
