import type { ServiceUserStore } from "./store.ts";

const day = 86_400_000;

interface Sample {
  readonly name: string;
  readonly origins?: readonly string[];
  /** How many days ago it was created. */
  readonly age: number;
  /** In how many days it expires; negative where it has already, absent where it never does. */
  readonly left?: number;
}

const samples: readonly Sample[] = [
  { name: "nightly-segmentation", age: 640 },
  { name: "viewer-frontend", age: 410, origins: ["https://viewer.example.org"] },
  { name: "okeanos-import", age: 380, left: -15 },
  { name: "reader-study-2025", age: 200, left: -165 },
  { name: "scanner-upload", age: 120, left: 5 },
  { name: "workshop", age: 20, left: 2, origins: ["https://a.example.org", "https://b.example.org"] },
  { name: "okeanos-import", age: 14, left: 351 },
  { name: "Εργαστήριο απεικόνισης", age: 3 },
];

/** Fills the store with service users that have expired, expire soon, or never, as seen from the day of `now`. */
export function addSamples(store: ServiceUserStore, now: number): void {
  const today = Math.floor(now / day) * day;
  for (const { name, origins = [], age, left } of samples) {
    const expires = left === undefined ? null : today + left * day;
    store.create({ name, origins, expires }, today - age * day + 34_587_504);
  }
}
