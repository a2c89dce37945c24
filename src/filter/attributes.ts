import type { Filter } from "scim2-parse-filter";
import { commonAttributes, coreAttributes, enterpriseAttributes } from "./core-schema.ts";
import type { Range } from "./error.ts";
import { nearest } from "./nearest.ts";
import { expressionRanges } from "./parse.ts";
import { extensionOf, parsePath, sameName } from "./path.ts";
import { attributesIn } from "./walk.ts";

/** The data types of RFC 7643 section 2.3. */
export type AttributeType =
  | "string"
  | "boolean"
  | "decimal"
  | "integer"
  | "dateTime"
  | "reference"
  | "binary"
  | "complex";

/** An attribute and its characteristics (RFC 7643 section 2.2); what is left out has the default named here. */
export interface Attribute {
  readonly name: string;
  readonly type: AttributeType;
  /** Default false. */
  readonly multiValued?: boolean;
  /** Whether the case of letters matters when strings are compared. Default false. */
  readonly caseExact?: boolean;
  /** Default `readWrite`. */
  readonly mutability?: "readOnly" | "readWrite" | "immutable" | "writeOnly";
  readonly subAttributes?: readonly Attribute[];
  /** Values that the standard suggests, such as `work` and `home`. */
  readonly canonicalValues?: readonly string[];
  /** One line of help. */
  readonly description?: string;
}

/** The attributes that resources of one kind can have, in the order in which they are offered. */
export interface AttributeSchema {
  readonly attributes: readonly Attribute[];
  /** Attributes of schema extensions, by the URN that is their key in a resource. */
  readonly extensions?: Readonly<Record<string, readonly Attribute[]>>;
}

/** The User of RFC 7643 section 4.1 with the common attributes of section 3.1 and the enterprise extension of section 4.3. */
export const coreUserSchema: AttributeSchema = {
  attributes: coreAttributes,
  extensions: { "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User": enterpriseAttributes },
};

/**
 * The characteristics of an attribute. Undefined where the schema does not know it.
 * @param path An attribute path, or a path below a value path: `emails.type` for the `type` of `emails[type eq "work"]`.
 */
export function findAttribute(schema: AttributeSchema, path: string): Attribute | undefined {
  const parsed = parsePath(path);
  if (!parsed) return undefined;
  const { name, sub } = parsed;
  const urn = extensionOf(parsed);
  const attributes = urn === undefined ? schema.attributes : (extensionAt(schema, urn) ?? []);
  const attribute = named(attributes, name) ?? wholeExtension(schema, `${urn}:${name}`);
  return attribute && sub !== undefined ? subAttribute(attribute, sub) : attribute;
}

/**
 * What is known of an attribute when a filter is evaluated: by the schema where there is one, else by RFC 7643 section 3.1 (`id`,
 * `externalId`, `schemas` and parts of `meta`) and section 2.3.7 (`$ref`). Every other attribute can be of any type, and its
 * strings are compared without regard to case. A complex attribute that has a `value` stands for it.
 */
export function attributeCompared(schema: AttributeSchema | undefined, path: string): Attribute | undefined {
  const attribute = (schema && findAttribute(schema, path)) ?? findAttribute(commonSchema, path);
  if (!attribute) return /(?:^|[.:])\$ref$/i.test(path) ? reference : undefined;
  return attribute.type === "complex" ? (subAttribute(attribute, "value") ?? attribute) : attribute;
}

const commonSchema: AttributeSchema = { attributes: commonAttributes };
const reference: Attribute = { name: "$ref", type: "reference", caseExact: true };

/** Whether a schema knows the attribute at a path; names and URNs are compared without regard to case. */
export function isKnownAttribute(schema: AttributeSchema, path: string): boolean {
  return findAttribute(schema, path) !== undefined;
}

/** An attribute that a filter names and the schema does not know. */
export interface UnknownAttribute {
  /** The whole path, with that of the value path it stands in. */
  readonly path: string;
  /** Where it stands, if the filter came from text. */
  readonly range?: Range;
  /** The known path that it may be a misspelling of. */
  readonly suggestion?: string;
}

/**
 * The attributes that a filter names and the schema does not know, in the order of the filter, each as often as it is named.
 * A caller warns of them while a filter is being written, and refuses the filter where writes would follow: one that silently
 * matches nothing makes duplicates.
 */
export function unknownAttributes(filter: Filter, schema: AttributeSchema): readonly UnknownAttribute[] {
  const uses = attributesIn(filter).map(({ path }, index) => ({ path, index }));
  const unknown = uses.filter(({ path }) => !isKnownAttribute(schema, path));
  if (unknown.length === 0) return [];
  const known = knownPaths(schema);
  const ranges = expressionRanges(filter);
  return unknown.map(({ path, index }) => {
    const range = ranges[index]?.path;
    const suggestion = nearest(path, known);
    return {
      path,
      ...(range && { range: { start: range.start, end: range.end } }),
      ...(suggestion !== undefined && { suggestion }),
    };
  });
}

/** Every path of a schema: attributes, their sub-attributes, and those of extensions under their URN. */
export function knownPaths(schema: AttributeSchema): readonly string[] {
  const extensions = Object.entries(schema.extensions ?? {});
  return [
    ...pathsOf(schema.attributes, ""),
    ...extensions.flatMap(([urn, attributes]) => pathsOf(attributes, `${urn}:`)),
  ];
}

function pathsOf(attributes: readonly Attribute[], prefix: string): readonly string[] {
  return attributes.flatMap(({ name, subAttributes = [] }) => [
    prefix + name,
    ...subAttributes.map((sub) => `${prefix}${name}.${sub.name}`),
  ]);
}

/** An extension as the complex attribute that it is in a resource. */
function wholeExtension(schema: AttributeSchema, urn: string): Attribute | undefined {
  const subAttributes = extensionAt(schema, urn);
  return subAttributes && { name: urn, type: "complex", subAttributes };
}

function extensionAt(schema: AttributeSchema, urn: string): readonly Attribute[] | undefined {
  return Object.entries(schema.extensions ?? {}).find(([key]) => sameName(key, urn))?.[1];
}

function subAttribute(attribute: Attribute, name: string): Attribute | undefined {
  if (attribute.type === "complex") return named(attribute.subAttributes ?? [], name);
  return attribute.multiValued && sameName(name, "value") ? attribute : undefined;
}

function named(attributes: readonly Attribute[], name: string): Attribute | undefined {
  return attributes.find((attribute) => sameName(attribute.name, name));
}
