import { drawAccentedName, drawName } from "../names/names.ts";
import type { Random } from "../random.ts";
import type { AgaveProfile, AstakosUser, OdmUser } from "./records.ts";
import { createUniqueValues } from "./unique.ts";

/** Who somebody is, before having any account. */
export interface Identity {
  readonly firstName: string;
  readonly lastName: string;
  /** A family name that differs from the present one, for those who take another. */
  readonly otherLastName: string;
  /** In lower case and in the Unicode normal form NFC. */
  readonly email: string;
  readonly login: string;
}

/** The letters of an address: `accented` ones have two forms in Unicode, `any` are mostly `ascii`. */
export type AddressSpelling = "ascii" | "accented" | "any";

/** Makes the accounts of the world. Every id, address and login it gives out is its own. */
export interface Maker {
  readonly random: Random;
  identity(options?: { readonly domain?: string; readonly spelling?: AddressSpelling }): Identity;
  /** Somebody who is a machine: `svc-` and what it does. */
  serviceIdentity(): Identity;
  /** Another address for the same person. */
  otherEmail(identity: Identity): string;
  /** Another login for the same person. */
  otherLogin(identity: Identity): string;
  odm(identity: Identity, over?: Partial<OdmUser>): OdmUser;
  astakos(identity: Identity, over?: Partial<AstakosUser>): AstakosUser;
  agave(identity: Identity, over?: Partial<AgaveProfile>): AgaveProfile;
}

/** The domain that the sample policy covers, and those of partners outside of it. */
export const homeDomain = "example.org";
export const partnerDomains = ["partner.example.net", "clinic.example.com", "institute.example.edu"] as const;

const services = ["backup", "pipeline", "archive", "monitor", "importer", "notebook", "gateway", "indexer"];
const nonAsciiShare = 0.03;
const firstAccount = Date.UTC(2021, 0, 4, 8);
const accountSpan = 4 * 365 * 24 * 3600;

const isoTime = (milliseconds: number): string => `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;

/** Makes a maker that draws from the given random numbers. */
export function createMaker(random: Random): Maker {
  const emails = createUniqueValues();
  const logins = createUniqueValues();
  let odmIds = 1000;
  let astakosIds = 10;
  let agaveIds = 850_000;

  const createdAt = (): string => isoTime(firstAccount + random.below(accountSpan) * 1000);
  const emailOf = (local: string, domain: string): string =>
    emails.take(local, (value) => `${value}@${domain}`);

  return {
    random,
    identity({ domain = homeDomain, spelling = "any" } = {}) {
      const { first, last, otherLast } =
        spelling === "accented" ? drawAccentedName(random) : drawName(random);
      const asWritten = spelling === "accented" || (spelling === "any" && random.chance(nonAsciiShare));
      const local = asWritten ? nonAsciiLocal(first.written, last.written) : `${first.ascii}.${last.ascii}`;
      return {
        firstName: first.written,
        lastName: last.written,
        otherLastName: otherLast.written,
        email: emailOf(local, domain),
        login: logins.take(`${first.ascii.slice(0, 1)}${last.ascii.slice(0, 7)}`),
      };
    },
    serviceIdentity() {
      const service = random.pick(services);
      const login = logins.take(`svc-${service}`);
      const email = emailOf(login, homeDomain);
      return { firstName: "Service", lastName: service, otherLastName: service, email, login };
    },
    otherEmail(identity) {
      const [local = "", domain = ""] = identity.email.split("@");
      return emailOf(`${local.split(".")[0]}.new`, domain);
    },
    otherLogin: ({ login }) => logins.take(`${login.slice(1).replace(/\d+$/, "")}${login.slice(0, 1)}`),
    odm(identity, over = {}) {
      const created = createdAt();
      odmIds += 1 + random.below(3);
      return {
        id: String(odmIds),
        userName: identity.login,
        displayName: `${identity.firstName} ${identity.lastName}`,
        email: identity.email,
        active: true,
        created,
        lastModified: created,
        ...over,
      };
    },
    astakos(identity, over = {}) {
      astakosIds += 1;
      return {
        id: astakosIds,
        uuid: random.uuid(),
        displayname: identity.email,
        name: `${identity.firstName} ${identity.lastName}`,
        ...over,
      };
    },
    agave(identity, over = {}) {
      agaveIds += 1 + random.below(5);
      return {
        uid: agaveIds,
        username: identity.login,
        email: identity.email,
        firstName: identity.firstName,
        lastName: identity.lastName,
        created: createdAt(),
        ...over,
      };
    },
  };
}

function nonAsciiLocal(first: string, last: string): string {
  const part = (name: string): string =>
    name
      .normalize("NFC")
      .toLowerCase()
      .replace(/[^\p{L}\p{M}]/gu, "");
  return `${part(first)}.${part(last)}`;
}
