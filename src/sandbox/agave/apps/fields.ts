import type { SearchFields } from "../search.ts";
import type { AppRecord } from "./record.ts";

const text = (of: (app: AppRecord) => string) => ({ type: "text", of }) as const;

const described = (name: string) =>
  text(({ description }) => {
    const value = description[name];
    return Array.isArray(value) ? value.join(",") : String(value ?? "");
  });

/** What apps can be searched and sorted by. */
export const appFields: SearchFields<AppRecord> = {
  id: text(({ id }) => id),
  uuid: text(({ uuid }) => uuid),
  name: text(({ name }) => name),
  version: text(({ version }) => version),
  owner: text(({ owner }) => owner),
  revision: { type: "number", of: ({ revision }) => revision },
  public: { type: "boolean", of: ({ isPublic }) => isPublic },
  ispublic: { type: "boolean", of: ({ isPublic }) => isPublic },
  available: { type: "boolean", of: ({ available }) => available },
  executionsystem: text(({ executionSystem }) => executionSystem),
  created: { type: "date", of: ({ created }) => created },
  lastupdated: { type: "date", of: ({ lastModified }) => lastModified },
  lastmodified: { type: "date", of: ({ lastModified }) => lastModified },
  label: described("label"),
  shortdescription: described("shortDescription"),
  longdescription: described("longDescription"),
  deploymentsystem: described("deploymentSystem"),
  deploymentpath: described("deploymentPath"),
  executiontype: described("executionType"),
  parallelism: described("parallelism"),
  helpuri: described("helpURI"),
  tags: described("tags"),
  ontology: described("ontology"),
};
