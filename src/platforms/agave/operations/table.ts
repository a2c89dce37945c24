import { actors } from "./actors.ts";
import { apps } from "./apps.ts";
import { files } from "./files.ts";
import { jobs } from "./jobs.ts";
import { meta } from "./meta.ts";
import { notifications } from "./notifications.ts";
import { profiles } from "./profiles.ts";
import { systems } from "./systems.ts";

/** All operations of Agave v2, by the names of the AgavePy document. */
export const agaveTable = {
  ...actors,
  ...apps,
  ...files,
  ...jobs,
  ...meta,
  ...notifications,
  ...profiles,
  ...systems,
};

/** The operations of Agave v2 by name, each with its own parameters. */
export type AgaveTable = typeof agaveTable;
