import { profiles } from "./profiles.ts";

/** All operations of Agave v2, by the names of the AgavePy document. */
export const agaveTable = { ...profiles };

/** The operations of Agave v2 by name, each with its own parameters. */
export type AgaveTable = typeof agaveTable;
