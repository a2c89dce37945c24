import stringWidth from "string-width";

/**
 * A line broken between words so that no piece is wider than the terminal, where words allow it. What follows is indented
 * like the beginning.
 * @param width Columns of the terminal.
 */
export function wrapped(line: string, width: number): readonly string[] {
  if (stringWidth(line) <= width) return [line];
  const indent = /^ */.exec(line)?.[0] ?? "";
  const pieces: string[] = [];
  let piece = "";
  for (const word of line.slice(indent.length).split(" ")) {
    const longer = piece === "" ? indent + word : `${piece} ${word}`;
    if (piece !== "" && stringWidth(longer) > width) {
      pieces.push(piece);
      piece = indent + word;
    } else piece = longer;
  }
  return [...pieces, piece];
}
