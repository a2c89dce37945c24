import type { App } from "../../../../src/platforms/agave/answers/apps.ts";

/** An app that takes something of every kind, as the platform describes it. */
export const sampleApp: App = {
  id: "segment-2.1.0u2",
  name: "segment",
  version: "2.1.0",
  revision: 2,
  isPublic: true,
  executionSystem: "cluster.example.org",
  inputs: [
    {
      id: "atlases",
      value: { default: null, required: false, visible: true, order: 1, validator: "\\.(nii|txt)$" },
      details: { label: "Atlases" },
      semantics: { minCardinality: 0, maxCardinality: 2 },
    },
    {
      id: "scan",
      value: { default: "agave://data/scan.nii", required: true, visible: true, order: 0 },
      details: { label: "Scan", description: "What is segmented" },
      semantics: { minCardinality: 1, maxCardinality: 1 },
    },
    {
      id: "weights",
      value: { default: "agave://data/weights", required: true, visible: false, order: 2 },
      semantics: { minCardinality: 1, maxCardinality: 1 },
    },
  ],
  parameters: [
    {
      id: "mode",
      value: {
        type: "enumeration",
        required: true,
        visible: true,
        enum_values: [{ fast: "Fast" }, { thorough: "Thorough" }],
      },
      semantics: { minCardinality: 1, maxCardinality: 1 },
    },
    { id: "threshold", value: { type: "number", default: 0.5, required: false, visible: true } },
    { id: "smooth", value: { type: "bool", required: false, visible: true } },
    { id: "verbose", value: { type: "flag", required: false, visible: true } },
    {
      id: "subject",
      value: { type: "string", required: false, visible: true, validator: "^[A-Z]{2}\\d{3}$" },
    },
    {
      id: "classes",
      value: { type: "number", required: false, visible: true },
      semantics: { minCardinality: 2, maxCardinality: -1 },
    },
    { id: "license", value: { type: "string", default: "site", required: true, visible: false } },
  ],
  outputs: [{ id: "labels", value: { default: "labels.nii" }, details: { label: "Labels" } }],
};
