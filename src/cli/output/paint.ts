import { styleText } from "node:util";

/** What a piece of text is; a terminal shows it by colour or weight, anything else as it is. */
export type Style = keyof typeof formats;

const formats = {
  heading: ["bold"],
  good: ["green"],
  bad: ["red"],
  warning: ["yellow"],
  accent: ["cyan"],
  faint: ["dim"],
} as const;

export type Paint = (style: Style, text: string) => string;

/** Paints where colours are wanted, and otherwise gives the text back. */
export function painter(colours: boolean): Paint {
  return colours
    ? (style, text) => styleText([...formats[style]], text, { validateStream: false })
    : (_, text) => text;
}

/**
 * Whether a stream gets colours: FORCE_COLOR decides where it is set (`0` and `false` mean no), then NO_COLOR (any value but
 * the empty one means no), then whether it is a terminal that knows colours.
 */
export function wantsColours(
  stream: { readonly isTTY?: boolean },
  environment: Readonly<Record<string, string | undefined>>,
): boolean {
  const forced = environment.FORCE_COLOR;
  if (forced !== undefined) return forced !== "0" && forced !== "false";
  if (environment.NO_COLOR) return false;
  return stream.isTTY === true && environment.TERM !== "dumb";
}
