/** The platforms that a connection can be to. */
export const platformNames = ["odm", "scim", "astakos", "agave", "ubiops", "osparc"] as const;
export type PlatformName = (typeof platformNames)[number];

/** What the configuration has to know about a platform to check a file without asking a server. */
export interface PlatformFacts {
  /** Its name for people. */
  readonly title: string;
  /** Whether it holds accounts that can be read and matched. */
  readonly directory: boolean;
  /** Attributes of its accounts that rules may name; `scimUser`: those of the SCIM User schema (RFC 7643 section 4.1). */
  readonly attributes: readonly string[] | "scimUser";
  /** Attributes that `set` rules may write. Empty where the platform is only read. */
  readonly settable: readonly string[];
}

const astakosAttributes = ["uuid", "displayname"];

const agaveAttributes = [
  "username",
  "email",
  "firstName",
  "lastName",
  "fullName",
  "phone",
  "mobilePhone",
  "status",
  "uid",
  "createTime",
];

export const platformFacts: Readonly<Record<PlatformName, PlatformFacts>> = {
  odm: {
    title: "Genestack ODM",
    directory: true,
    attributes: ["id", "externalId", "userName", "displayName", "active", "emails.value", "emails.type"],
    settable: ["userName", "externalId", "displayName"],
  },
  scim: {
    title: "SCIM 2.0",
    directory: true,
    attributes: "scimUser",
    settable: ["userName", "externalId", "displayName"],
  },
  astakos: { title: "Astakos", directory: true, attributes: astakosAttributes, settable: [] },
  agave: { title: "Agave", directory: true, attributes: agaveAttributes, settable: [] },
  ubiops: { title: "UbiOps", directory: false, attributes: [], settable: [] },
  osparc: { title: "oSPARC", directory: false, attributes: [], settable: [] },
};
