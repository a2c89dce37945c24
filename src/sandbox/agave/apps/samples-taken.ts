/** What an app takes and gives. */
interface Taken {
  readonly inputs: readonly unknown[];
  readonly parameters: readonly unknown[];
  readonly outputs: readonly unknown[];
}

/** What the sample apps take: a file and a threshold all of them, and the segmentation something of every kind besides. */
export function takenBy(name: string, system: string): Taken {
  const more = name === "segment" ? segmentation(system) : { inputs: [], parameters: [], outputs: [] };
  return {
    inputs: [
      {
        id: "input",
        value: { default: `agave://${system}/inputs/reads.txt`, required: true, visible: true, order: 0 },
        details: { label: "Input", description: "The file to read", argument: null },
        semantics: { minCardinality: 1, maxCardinality: 1, ontology: [], fileTypes: ["raw-0"] },
      },
      ...more.inputs,
    ],
    parameters: [
      {
        id: "threshold",
        value: { type: "number", default: 0.5, required: false, visible: true, order: 0 },
        details: { label: "Threshold", description: "Between 0 and 1", argument: "--threshold " },
        semantics: { minCardinality: 0, maxCardinality: 1, ontology: ["xs:decimal"] },
      },
      ...more.parameters,
    ],
    outputs: more.outputs,
  };
}

function segmentation(system: string): Taken {
  const once = { minCardinality: 0, maxCardinality: 1, ontology: [] };
  return {
    inputs: [
      {
        id: "atlases",
        value: { default: null, required: false, visible: true, order: 1, validator: "\\.(nii|txt)$" },
        details: { label: "Atlases", description: "What the tissues are compared with" },
        semantics: { minCardinality: 0, maxCardinality: 3, ontology: [], fileTypes: ["raw-0"] },
      },
      {
        id: "weights",
        value: { default: `agave://${system}/inputs/reads.txt`, required: true, visible: false, order: 2 },
        details: { label: "Weights", description: "Of the trained network" },
        semantics: { minCardinality: 1, maxCardinality: 1, ontology: [], fileTypes: ["raw-0"] },
      },
    ],
    parameters: [
      {
        id: "mode",
        value: {
          type: "enumeration",
          default: "fast",
          required: true,
          visible: true,
          order: 1,
          enum_values: [{ fast: "Fast" }, { thorough: "Thorough, takes an hour" }],
        },
        details: { label: "Mode", description: "How carefully to look" },
        semantics: { ...once, minCardinality: 1 },
      },
      {
        id: "subject",
        value: {
          type: "string",
          default: null,
          required: false,
          visible: true,
          order: 2,
          validator: "^[A-Z]{2}\\d{3}$",
        },
        details: { label: "Subject", description: "Two letters and three digits", argument: "--subject " },
        semantics: once,
      },
      {
        id: "smooth",
        value: { type: "bool", default: null, required: false, visible: true, order: 3 },
        details: { label: "Smooth", description: "Round off the edges" },
        semantics: once,
      },
      {
        id: "license",
        value: { type: "string", default: "site", required: true, visible: false, order: 4 },
        details: { label: "License", description: "Of the site" },
        semantics: { ...once, minCardinality: 1 },
      },
    ],
    outputs: [
      {
        id: "labels",
        value: { default: "labels.nii", order: 0 },
        details: { label: "Labels", description: "One number for each tissue" },
        semantics: { minCardinality: 1, maxCardinality: 1, ontology: [], fileTypes: ["raw-0"] },
      },
    ],
  };
}
