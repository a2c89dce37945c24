import type { ServiceUser } from "../../../platforms/ubiops/answers.ts";

/** How a service user stands with its expiry date. */
export interface Expiry {
  readonly state: "expired" | "soon" | "valid" | "never";
  /** For people: `expires in 5 days`. */
  readonly text: string;
}

/** What each state is called where service users stand in groups. */
export const expiryTitles: Readonly<Record<Expiry["state"], string>> = {
  expired: "Expired",
  soon: "Expires soon",
  valid: "Expires later",
  never: "Never expires",
};

const day = 86_400_000;

/** Within how many days an expiry counts as soon. */
export const soonDays = 14;

/** How a service user stands at a moment, in milliseconds since 1970. A date that cannot be read counts as valid and is shown as it came. */
export function expiryOf({ expiry_date: date }: Pick<ServiceUser, "expiry_date">, now: number): Expiry {
  if (date === undefined || date === null) return { state: "never", text: "never expires" };
  const expires = Date.parse(date);
  if (Number.isNaN(expires)) return { state: "valid", text: `expires ${date}` };
  const left = expires - now;
  if (left <= 0) return { state: "expired", text: `expired ${daysText(-left)} ago` };
  if (left <= soonDays * day) return { state: "soon", text: `expires in ${daysText(left)}` };
  return { state: "valid", text: `expires ${dayText(date)}` };
}

/** The day of a date in UTC, `2030-01-31`; the text itself where it is no date. */
export function dayText(date: string): string {
  const time = Date.parse(date);
  return Number.isNaN(time) ? date : new Date(time).toISOString().slice(0, 10);
}

function daysText(milliseconds: number): string {
  const days = Math.floor(milliseconds / day);
  if (days >= 1) return days === 1 ? "1 day" : `${days.toLocaleString("en")} days`;
  const hours = Math.floor(milliseconds / 3_600_000);
  if (hours < 1) return "less than an hour";
  return hours === 1 ? "1 hour" : `${hours} hours`;
}
