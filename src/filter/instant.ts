/** A point in time, to any precision. */
export interface Instant {
  /** Whole seconds since 1970-01-01T00:00:00Z. */
  readonly seconds: number;
  /** The digits of the fraction of a second, without zeros at the end. */
  readonly fraction: string;
}

const dateTime = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.(\d+))?(?:Z|([-+])(\d\d):(\d\d))?$/;

/**
 * The instant that a dateTime names (RFC 7643 section 2.3.5, xsd:dateTime with a year of four digits). One without an offset is
 * taken as UTC. Undefined for any other text, also for days that the calendar does not have.
 */
export function instantOf(text: string): Instant | undefined {
  const match = dateTime.exec(text);
  if (!match) return undefined;
  const [, year, month, day, hour, minute, second, fraction = "", sign, offsetHour = 0, offsetMinute = 0] =
    match;
  const date = Date.UTC(Number(year), Number(month) - 1, Number(day));
  const inCalendar = new Date(date).getUTCDate() === Number(day) && Number(month) >= 1 && Number(month) <= 12;
  const onClock = Number(hour) <= 23 && Number(minute) <= 59 && Number(second) <= 59;
  if (!inCalendar || !onClock || Number(offsetHour) > 14 || Number(offsetMinute) > 59) return undefined;
  const offset = (sign === "-" ? -1 : 1) * (Number(offsetHour) * 3600 + Number(offsetMinute) * 60);
  const seconds = date / 1000 + Number(hour) * 3600 + Number(minute) * 60 + Number(second) - offset;
  return { seconds, fraction: fraction.replace(/0+$/, "") };
}

/** Negative where the first instant is earlier, positive where it is later, 0 where they are the same. */
export function compareInstants(one: Instant, other: Instant): number {
  if (one.seconds !== other.seconds) return one.seconds - other.seconds;
  if (one.fraction === other.fraction) return 0;
  return one.fraction < other.fraction ? -1 : 1;
}
