import type { Operation } from "./operation.ts";

/** A good answer taken out of its envelope and in one spelling, or what came in its place. */
export type Unwrapped = { readonly data: unknown } | { readonly came: string };

/** Takes the answer of an operation, as it was parsed, out of the platform's envelope. */
export type Unwrap = (operation: Operation, answer: unknown) => Unwrapped;
