import type { SearchFields } from "../search.ts";
import type { AppRecord } from "./record.ts";

const text = (of: (app: AppRecord) => string) => ({ type: "text", of }) as const;

const described = (name: string) =>
  text(({ description }) => {
    const value = description[name];
    return Array.isArray(value) ? value.join(",") : String(value ?? "");
  });

const idsIn = (name: "inputs" | "parameters" | "outputs") =>
  text(({ description }) => {
    const list = description[name];
    return Array.isArray(list) ? list.map((each) => String(each?.id)).join(",") : "";
  });

/** What apps can be searched and sorted by (SoftwareSearchFilter.java). */
export const appFields: SearchFields<AppRecord> = {
  id: text(({ id }) => id),
  uuid: text(({ uuid }) => uuid),
  name: text(({ name }) => name),
  version: text(({ version }) => version),
  owner: text(({ owner }) => owner),
  revision: { type: "number", of: ({ revision }) => revision },
  public: { type: "boolean", of: ({ isPublic }) => isPublic },
  available: { type: "boolean", of: ({ available }) => available },
  executionsystem: text(({ executionSystem }) => executionSystem),
  created: { type: "date", of: ({ created }) => created },
  lastupdated: { type: "date", of: ({ lastModified }) => lastModified },
  lastmodified: { type: "date", of: ({ lastModified }) => lastModified },
  label: described("label"),
  shortdescription: described("shortDescription"),
  longdescription: described("longDescription"),
  storagesystem: described("deploymentSystem"),
  deploymentpath: described("deploymentPath"),
  executiontype: described("executionType"),
  parallelism: described("parallelism"),
  helpuri: described("helpURI"),
  templatepath: described("templatePath"),
  testpath: described("testPath"),
  defaultqueue: described("defaultQueue"),
  checkpointable: { type: "boolean", of: ({ description }) => description.checkpointable === true },
  "inputs.id": idsIn("inputs"),
  "parameters.id": idsIn("parameters"),
  "outputs.id": idsIn("outputs"),
  tags: described("tags"),
  ontology: described("ontology"),
};
