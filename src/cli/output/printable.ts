/** Control characters, and the marks that reorder text on screen (Unicode Standard Annex 9). */
const steering = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u2028\u2029]/gu;

/** Text from elsewhere with everything that could steer a terminal written as its code, so that it is seen and not obeyed. */
export function printable(text: string): string {
  return text.replace(steering, (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

const grouped = new Intl.NumberFormat("en");

/** A count as people read it: `4,312`. */
export function count(value: number): string {
  return grouped.format(value);
}

/** A count with its noun: `1 change`, `4,312 changes`. */
export function counted(value: number, noun: string, plural = `${noun}s`): string {
  return `${count(value)} ${value === 1 ? noun : plural}`;
}
