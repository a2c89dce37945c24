/** What the language of filters does in documents: loaded with the first document that has some. */
export { colours } from "./colours.ts";
export { complete } from "./completion.ts";
export { actionsIn } from "./fixes.ts";
export { format } from "./format.ts";
export { hintsIn } from "./hints.ts";
export { hover } from "./hover.ts";
export { marksOf } from "./marks.ts";
