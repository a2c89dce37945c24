/** A point in time, to any precision. */
export interface Instant {
  /** Whole seconds since 1970-01-01T00:00:00Z. */
  readonly seconds: number;
  /** The digits of the fraction of a second, without zeros at the end. */
  readonly fraction: string;
}

const toSeconds = "2011-05-13T04:42:34".length;
const offset = /^(?:\.(\d+))?(?:Z|([-+])(\d\d):(\d\d))?$/;
const daysInMonth = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const noFraction = "";

/**
 * The instant that a dateTime names (RFC 7643 section 2.3.5: xsd:dateTime; with a year of four digits). One without an offset is
 * taken as UTC. Undefined for any other text, also for days that the calendar does not have.
 */
export function instantOf(text: string): Instant | undefined {
  const year = digits(text, 0, 4);
  const month = digits(text, 5, 2);
  const day = digits(text, 8, 2);
  const hour = digits(text, 11, 2);
  const minute = digits(text, 14, 2);
  const second = digits(text, 17, 2);
  const separated =
    text[4] === "-" && text[7] === "-" && text[10] === "T" && text[13] === ":" && text[16] === ":";
  const exists = day >= 1 && day <= lengthOfMonth(year, month) && hour <= 23 && minute <= 59 && second <= 59;
  if (!separated || !exists) return undefined;
  const seconds = Date.UTC(year, month - 1, day, hour, minute, second) / 1000;
  if (text.length === toSeconds + 1 && text.endsWith("Z")) return { seconds, fraction: noFraction };
  const rest = offset.exec(text.slice(toSeconds));
  if (!rest) return undefined;
  const [, fraction = noFraction, sign, hours = "0", minutes = "0"] = rest;
  if (Number(hours) > 14 || Number(minutes) > 59) return undefined;
  const ahead = (sign === "-" ? -60 : 60) * (Number(hours) * 60 + Number(minutes));
  return { seconds: seconds - ahead, fraction: fraction.replace(/0+$/, "") };
}

/** Negative where the first instant is earlier, positive where it is later, 0 where they are the same. */
export function compareInstants(one: Instant, other: Instant): number {
  if (one.seconds !== other.seconds) return one.seconds - other.seconds;
  if (one.fraction === other.fraction) return 0;
  return one.fraction < other.fraction ? -1 : 1;
}

/** The number that so many digits make; NaN where there are other characters. */
function digits(text: string, start: number, count: number): number {
  let number = 0;
  for (let i = start; i < start + count; i++) {
    const digit = text.charCodeAt(i) - 0x30;
    number = digit >= 0 && digit <= 9 ? number * 10 + digit : Number.NaN;
  }
  return number;
}

/** The days of a month (1 to 12); 0 where there is no such month. */
function lengthOfMonth(year: number, month: number): number {
  const isLeap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return (daysInMonth[month - 1] ?? 0) + (isLeap ? 1 : 0);
}
