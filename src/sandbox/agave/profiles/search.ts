import type { SandboxRequest } from "../../server/message.ts";
import { type AgaveProfile, fullName } from "../../world/records.ts";
import type { AgaveStore } from "../store.ts";

/** How the keys of a profile are spelt: `snake` as at TACC, `camel` as by the service itself. */
export type ProfileCase = "snake" | "camel";

type Search = (store: AgaveStore, value: string) => readonly AgaveProfile[];

const startsWith =
  (...names: readonly ((profile: AgaveProfile) => string)[]): Search =>
  (store, value) => {
    const start = value.toLowerCase();
    return store
      .all()
      .filter((profile) => names.some((name) => name(profile).toLowerCase().startsWith(start)));
  };

const firstName = (profile: AgaveProfile): string => profile.firstName;
const lastName = (profile: AgaveProfile): string => profile.lastName;

/** The criteria of a search in the order in which the service looks for them: only the first one given counts. */
const criteria: readonly { readonly names: readonly string[]; readonly search: Search }[] = [
  {
    names: ["username"],
    search(store, value) {
      const profile = store.byUsername(value);
      return profile ? [profile] : [];
    },
  },
  { names: ["email"], search: (store, value) => store.byEmail(value) },
  { names: ["name"], search: startsWith(firstName, lastName, fullName) },
  { names: ["full_name", "fullName"], search: startsWith(fullName) },
  { names: ["first_name", "firstName"], search: startsWith(firstName) },
  { names: ["last_name", "lastName"], search: startsWith(lastName) },
];

const defaultLimit = 100;
const highestLimit = 250;

/** The profiles that a search finds: none without a criterion, and 100 unless `limit` (at most 250) says otherwise. */
export function searchProfiles(store: AgaveStore, request: SandboxRequest): readonly AgaveProfile[] {
  const found = firstCriterion(request.query)?.(store) ?? [];
  const limit = Math.min(highestLimit, positive(request.query.get("limit"), defaultLimit));
  const offset = positive(request.query.get("offset"), 0);
  const window = request.bendPage({ start: offset, count: limit, total: found.length });
  return found.slice(window.start, window.start + window.count);
}

function firstCriterion(
  query: URLSearchParams,
): ((store: AgaveStore) => readonly AgaveProfile[]) | undefined {
  for (const { names, search } of criteria) {
    const value = names.map((name) => query.get(name)).find(Boolean);
    if (value) return (store) => search(store, value);
  }
  return undefined;
}

function positive(text: string | null, fallback: number): number {
  return text !== null && /^\d+$/.test(text) ? Number(text) : fallback;
}

/** A profile as the service shows it. */
export function profileResource(profile: AgaveProfile, spelling: ProfileCase, origin: string): unknown {
  return spelling === "snake" ? snakeResource(profile) : camelResource(profile, origin);
}

function snakeResource(profile: AgaveProfile): unknown {
  return {
    username: profile.username,
    email: profile.email,
    first_name: profile.firstName,
    last_name: profile.lastName,
    full_name: fullName(profile),
    phone: "",
    mobile_phone: "",
    status: "",
    create_time: profile.created.replace(/[-:T]/g, ""),
    uid: profile.uid,
  };
}

function camelResource(profile: AgaveProfile, origin: string): unknown {
  return {
    username: profile.username,
    email: profile.email,
    firstName: profile.firstName,
    lastName: profile.lastName,
    fullName: fullName(profile),
    position: "",
    institution: "",
    phone: "",
    fax: "",
    researchArea: "",
    department: "",
    city: "",
    state: "",
    country: "",
    gender: "",
    uuid: `${profile.uid}-242ac11b-0001-018`,
    _links: { self: { href: `${origin}/profiles/v2/${encodeURIComponent(profile.username)}` } },
  };
}
