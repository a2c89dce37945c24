import type { Attribute } from "./attributes.ts";

const primary: Attribute = {
  name: "primary",
  type: "boolean",
  description: "Whether this is the preferred value; taken as false where it is missing",
};
const display: Attribute = { name: "display", type: "string", description: "The value as people read it" };

function kind(...canonicalValues: readonly string[]): Attribute {
  return { name: "type", type: "string", canonicalValues, description: "What the value is for" };
}

function text(name: string, description: string): Attribute {
  return { name, type: "string", description };
}

/** A multi-valued complex attribute with the sub-attributes of RFC 7643 section 2.4. */
function plural(value: Attribute, type: Attribute, name: string, description: string): Attribute {
  return {
    name,
    type: "complex",
    multiValued: true,
    description,
    subAttributes: [value, type, display, primary],
  };
}

const value = text("value", "The value itself");
const link: Attribute = { name: "value", type: "reference", caseExact: true, description: "The address" };
const workOrHome = kind("work", "home", "other");

const id: Attribute = {
  name: "id",
  type: "string",
  caseExact: true,
  mutability: "readOnly",
  description: "The server's own id",
};
const externalId: Attribute = {
  name: "externalId",
  type: "string",
  caseExact: true,
  description: "The id that the provisioning client gave",
};
const schemas: Attribute = {
  name: "schemas",
  type: "reference",
  multiValued: true,
  caseExact: true,
  description: "The URNs of the resource's schemas",
};
const metaDetails: readonly Attribute[] = [
  { name: "created", type: "dateTime", mutability: "readOnly", description: "When it was made" },
  { name: "lastModified", type: "dateTime", mutability: "readOnly", description: "When it was last changed" },
  { name: "location", type: "reference", caseExact: true, mutability: "readOnly", description: "Its URI" },
  { name: "version", type: "string", caseExact: true, mutability: "readOnly", description: "Its ETag" },
];
const meta: Attribute = {
  name: "meta",
  type: "complex",
  mutability: "readOnly",
  description: "What the server knows of the resource itself",
  subAttributes: [
    {
      name: "resourceType",
      type: "string",
      caseExact: true,
      mutability: "readOnly",
      description: "Such as User",
    },
    ...metaDetails,
  ],
};

/** The attributes whose characteristics are known of every resource, whatever its schema (RFC 7643 section 3.1). */
export const commonAttributes: readonly Attribute[] = [
  id,
  externalId,
  schemas,
  { ...meta, subAttributes: metaDetails },
];

const fullName: Attribute = {
  name: "name",
  type: "complex",
  description: "The parts of the user's real name",
  subAttributes: [
    text("formatted", "The full name as it is written"),
    text("familyName", "The last name"),
    text("givenName", "The first name"),
    text("middleName", "The middle names"),
    text("honorificPrefix", "A title, such as Ms."),
    text("honorificSuffix", "A suffix, such as III"),
  ],
};

const addresses: Attribute = {
  name: "addresses",
  type: "complex",
  multiValued: true,
  description: "Postal addresses",
  subAttributes: [
    text("formatted", "The whole address as it is written"),
    text("streetAddress", "Street, house number, post box"),
    text("locality", "City"),
    text("region", "State or region"),
    text("postalCode", "Postal code"),
    text("country", "Country code of ISO 3166-1, two letters"),
    workOrHome,
    primary,
  ],
};

const groups: Attribute = {
  name: "groups",
  type: "complex",
  multiValued: true,
  mutability: "readOnly",
  description: "The groups that the user belongs to",
  subAttributes: [
    text("value", "The id of the group"),
    {
      name: "$ref",
      type: "reference",
      caseExact: true,
      mutability: "readOnly",
      description: "The URI of the group",
    },
    display,
    kind("direct", "indirect"),
  ],
};

/** Attributes of a User: those common to all resources (RFC 7643 section 3.1, with `schemas`) and its own (section 4.1). */
export const coreAttributes: readonly Attribute[] = [
  text("userName", "The name the user signs in with"),
  fullName,
  text("displayName", "The name shown to others"),
  text("nickName", "What the user is called"),
  { name: "profileUrl", type: "reference", caseExact: true, description: "The address of the user's page" },
  text("title", "Job title"),
  text("userType", "How the user relates to the organisation"),
  text("preferredLanguage", "Language tags in order of preference"),
  text("locale", "Language tag for dates, numbers and currency"),
  text("timezone", "Time zone of the IANA database"),
  { name: "active", type: "boolean", description: "Whether the account can be used" },
  { name: "password", type: "string", mutability: "writeOnly", description: "Never returned" },
  plural(value, workOrHome, "emails", "E-mail addresses"),
  plural(value, kind("work", "home", "mobile", "fax", "pager", "other"), "phoneNumbers", "Telephone numbers"),
  plural(
    value,
    kind("aim", "gtalk", "icq", "xmpp", "msn", "skype", "qq", "yahoo"),
    "ims",
    "Messaging addresses",
  ),
  plural(link, kind("photo", "thumbnail"), "photos", "Pictures of the user"),
  addresses,
  groups,
  plural(value, kind(), "entitlements", "What the user may use"),
  plural(value, kind(), "roles", "The roles that the user has"),
  plural(
    { name: "value", type: "binary", caseExact: true, description: "The certificate in DER, as base64" },
    kind(),
    "x509Certificates",
    "Certificates issued to the user",
  ),
  id,
  externalId,
  meta,
  schemas,
];

/** Attributes of the enterprise User extension (RFC 7643 section 4.3). */
export const enterpriseAttributes: readonly Attribute[] = [
  text("employeeNumber", "The number that the organisation gave"),
  text("costCenter", "Cost centre"),
  text("organization", "Organisation"),
  text("division", "Division"),
  text("department", "Department"),
  {
    name: "manager",
    type: "complex",
    description: "The user's manager",
    subAttributes: [
      text("value", "The id of the manager"),
      { name: "$ref", type: "reference", caseExact: true, description: "The URI of the manager" },
      { name: "displayName", type: "string", mutability: "readOnly", description: "The manager's name" },
    ],
  },
];
