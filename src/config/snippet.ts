/** A place in an editor's snippet that the cursor stops at, with the text that stands there at first. */
export function tabStop(order: number, text: string): string {
  return `\${${order}:${text}}`;
}
