import type { AgaveProfile } from "../world/records.ts";

/** The profiles of Agave. */
export interface AgaveStore {
  /** Compares without case. */
  byUsername(username: string): AgaveProfile | undefined;
  /** Compares without case; several profiles can have the same address. */
  byEmail(email: string): readonly AgaveProfile[];
  all(): readonly AgaveProfile[];
  put(profile: AgaveProfile): void;
  remove(username: string): void;
}

/** Makes the store. */
export function createAgaveStore(profiles: Iterable<AgaveProfile>): AgaveStore {
  const records = new Map<string, AgaveProfile>();
  let profilesByEmail: Map<string, AgaveProfile[]> | undefined;

  const all = (): AgaveProfile[] => [...records.values()].sort((left, right) => left.uid - right.uid);

  function put(profile: AgaveProfile): void {
    records.set(profile.username.toLowerCase(), profile);
    profilesByEmail = undefined;
  }

  for (const profile of profiles) put(profile);

  return {
    byUsername: (username) => records.get(username.toLowerCase()),
    byEmail(email) {
      profilesByEmail ??= groupByEmail(all());
      return profilesByEmail.get(email.toLowerCase()) ?? [];
    },
    all,
    put,
    remove(username) {
      records.delete(username.toLowerCase());
      profilesByEmail = undefined;
    },
  };
}

function groupByEmail(profiles: readonly AgaveProfile[]): Map<string, AgaveProfile[]> {
  const groups = new Map<string, AgaveProfile[]>();
  for (const profile of profiles) {
    const email = profile.email.toLowerCase();
    const group = groups.get(email);
    if (group) group.push(profile);
    else groups.set(email, [profile]);
  }
  return groups;
}
