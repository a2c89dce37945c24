/** How long something took, from texts of times: `2 h 5 min`; undefined where it has not ended, or the times cannot be read. */
export function durationText(
  start: string | null | undefined,
  end: string | null | undefined,
): string | undefined {
  if (!start || !end) return undefined;
  const seconds = Math.round((Date.parse(end) - Date.parse(start)) / 1000);
  if (!(seconds >= 0)) return undefined;
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.round(seconds / 60);
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return [hours > 0 ? `${hours.toLocaleString("en")} h` : "", rest > 0 || hours === 0 ? `${rest} min` : ""]
    .filter(Boolean)
    .join(" ");
}
