/** The two moments of the generated world: a day on which everything was in step, and today. */
export type Moment = "baseline" | "now";

/** When everything happened that happened between the two moments. */
export const changedAt = "2025-09-18T09:30:00Z";

/** A user of Genestack ODM. Times are ISO 8601 in UTC. */
export interface OdmUser {
  readonly id: string;
  readonly userName: string;
  readonly displayName: string;
  readonly externalId?: string;
  /** The one work e-mail, which is the login. */
  readonly email: string;
  readonly active: boolean;
  readonly created: string;
  readonly lastModified: string;
}

/** A user of Astakos. */
export interface AstakosUser {
  readonly id: number;
  readonly uuid: string;
  /** The e-mail address in lower case. */
  readonly displayname: string;
  readonly name: string;
}

/** A profile of Agave. */
export interface AgaveProfile {
  readonly uid: number;
  readonly username: string;
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly created: string;
}

/** What one person has on each platform at one moment. */
export interface Accounts {
  readonly odm: readonly OdmUser[];
  readonly astakos: readonly AstakosUser[];
  readonly agave: readonly AgaveProfile[];
}

/** The name that an Agave profile gives as a whole. */
export function fullName(profile: AgaveProfile): string {
  return `${profile.firstName} ${profile.lastName}`;
}
