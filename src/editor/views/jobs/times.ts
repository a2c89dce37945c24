const [minute, hour, day] = [60, 3600, 86_400];

/** How long something took, from texts of times: `2 h 5 min`; undefined where it has not ended, or the times cannot be read. */
export function durationText(
  start: string | null | undefined,
  end: string | null | undefined,
): string | undefined {
  const seconds = Math.round((timeOf(end) - timeOf(start)) / 1000);
  return seconds >= 0 ? lengthText(seconds) : undefined;
}

/** How long ago something was, in its largest unit: `2 h ago`; undefined where the time cannot be read. `now` is in milliseconds since 1970. */
export function agoText(time: string | null | undefined, now: number): string | undefined {
  const seconds = Math.floor((now - timeOf(time)) / 1000);
  if (Number.isNaN(seconds)) return undefined;
  if (seconds < minute) return "just now";
  if (seconds < hour) return `${Math.floor(seconds / minute)} min ago`;
  if (seconds < day) return `${Math.floor(seconds / hour)} h ago`;
  const days = Math.floor(seconds / day);
  return days === 1 ? "1 day ago" : `${days.toLocaleString("en")} days ago`;
}

/** A moment in UTC, `2030-01-31 14:05:09 UTC`; the text itself where it is no time. */
export function momentText(time: string): string {
  const milliseconds = timeOf(time);
  if (Number.isNaN(milliseconds)) return time;
  return `${new Date(milliseconds).toISOString().slice(0, 19).replace("T", " ")} UTC`;
}

/** Milliseconds since 1970; `NaN` where that cannot be read: a server may have put anything in its place. */
export function timeOf(time: unknown): number {
  return typeof time === "string" ? Date.parse(time) : Number.NaN;
}

function lengthText(seconds: number): string {
  if (seconds < minute) return `${seconds} s`;
  const minutes = Math.round(seconds / minute);
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return [hours > 0 ? `${hours.toLocaleString("en")} h` : "", rest > 0 || hours === 0 ? `${rest} min` : ""]
    .filter(Boolean)
    .join(" ");
}
