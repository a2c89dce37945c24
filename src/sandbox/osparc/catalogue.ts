import type { Port, ServiceNode } from "./node.ts";

/** A service in the registry, with what the director does when it starts. */
export interface RegisteredService {
  readonly node: ServiceNode;
  /** What is appended to the address of the running service. */
  readonly entryPoint: string;
  /** False where the image exposes no port. */
  readonly exposesPort: boolean;
  /** False where its tasks never come up. */
  readonly starts: boolean;
}

interface Sample {
  readonly path: string;
  readonly name: string;
  readonly description: string;
  readonly versions: readonly string[];
  readonly inputs?: Readonly<Record<string, string>>;
  readonly outputs?: Readonly<Record<string, string>>;
  readonly entryPoint?: string;
  readonly exposesPort?: boolean;
  readonly starts?: boolean;
}

const computational: readonly Sample[] = [
  {
    path: "itis/sleeper",
    name: "sleeper",
    description: "Waits for some seconds and hands its input on",
    versions: ["0.0.1", "1.0.0", "1.0.1"],
    inputs: { in_1: "data:text/plain", in_2: "integer" },
    outputs: { out_1: "data:text/plain" },
  },
  {
    path: "ucdavis-cardiac-singlecell",
    name: "Single-cell cardiac electrophysiology",
    description: "Solves a model of one heart cell over time",
    versions: ["0.9.0", "1.0.9", "1.0.10"],
    inputs: { Na: "number", Ki: "number", BCL: "integer" },
    outputs: { out_1: "data:text/csv", out_2: "data:text/csv" },
  },
  {
    path: "osparc-opencor",
    name: "OpenCOR",
    description: "Runs a CellML model",
    versions: ["0.3.0"],
    inputs: { model: "data:application/xml", duration: "number" },
    outputs: { results: "data:application/json" },
  },
  {
    path: "image-segmentation",
    name: "Image segmentation",
    description: "Labels the tissues of a scan",
    versions: ["1.1.0", "1.2.0", "2.0.0-rc.1"],
    inputs: { scan: "data:application/gzip", smooth: "boolean" },
    outputs: { labels: "data:application/gzip" },
  },
  {
    path: "mesh-generator",
    name: "Mesh generator",
    description: "Makes a volume mesh out of labelled tissues",
    versions: ["0.4.2"],
    inputs: { labels: "data:application/gzip", edge: "number" },
    outputs: { mesh: "data:model/vtk" },
  },
  {
    path: "em-solver",
    name: "Field solver",
    description: "Solves for the electric field within a mesh",
    versions: ["1.0.0", "1.1.0"],
    inputs: { mesh: "data:model/vtk", frequency: "number" },
    outputs: { field: "data:application/x-hdf5" },
  },
];

const dynamic: readonly Sample[] = [
  {
    path: "3d-viewer",
    name: "3d-viewer",
    description: "Shows meshes and fields in the browser",
    versions: ["1.4", "1.0.1", "2.6.0"],
    inputs: { mesh: "data:model/vtk" },
    entryPoint: "visualizer",
  },
  {
    path: "jupyter-base-notebook",
    name: "Jupyter",
    description: "Opens a notebook on the outputs of other services",
    versions: ["2.7.0", "2.10.0", "2.13.0"],
    inputs: { input_1: "data:*/*" },
    outputs: { output_1: "data:*/*" },
  },
  {
    path: "raw-graphs",
    name: "2D plot",
    description: "Plots tables",
    versions: ["2.8.0", "2.8.1"],
    inputs: { table: "data:text/csv" },
    outputs: { plot: "data:image/svg+xml" },
    entryPoint: "#/",
  },
  {
    path: "modeler/webserver",
    name: "Modeler",
    description: "Draws geometries",
    versions: ["2.8.0"],
    outputs: { scene: "data:application/octet-stream" },
  },
  {
    path: "kember-viewer",
    name: "Kember viewer",
    description: "Shows what the Kember solver found; its image exposes no port",
    versions: ["2.9.0"],
    inputs: { result: "data:application/x-hdf5" },
    exposesPort: false,
  },
  {
    path: "bad-starter",
    name: "Bad starter",
    description: "Never comes up",
    versions: ["0.1.0"],
    starts: false,
  },
];

/** Left out of lists: its input is of no type that the schema has. Looked up by key, it is there. */
const malformed: Sample = {
  path: "old-converter",
  name: "Old converter",
  description: "Converts files of the last decade",
  versions: ["0.1.0"],
  inputs: { file: "file-url" },
};

/** Every version of every service in the registry. */
export const catalogue: readonly RegisteredService[] = [
  ...[...computational, malformed].flatMap((sample) => registered(sample, "computational")),
  ...dynamic.flatMap((sample) => registered(sample, "dynamic")),
];

function registered(sample: Sample, type: ServiceNode["type"]): RegisteredService[] {
  const { path, name, description, versions, inputs = {}, outputs = {}, ...start } = sample;
  const { entryPoint = "", exposesPort = true, starts = true } = start;
  const folder = type === "computational" ? "comp" : "dynamic";
  return versions.map((version) => ({
    node: {
      key: `simcore/services/${folder}/${path}`,
      version,
      type,
      name,
      description,
      authors: [{ name: "Ada Example", email: "authors@example.org", affiliation: "Example Foundation" }],
      contact: "support@example.org",
      inputs: ports(inputs),
      outputs: ports(outputs),
    },
    entryPoint,
    exposesPort,
    starts,
  }));
}

function ports(types: Readonly<Record<string, string>>): Record<string, Port> {
  return Object.fromEntries(
    Object.entries(types).map(([name, type], index) => [
      name,
      {
        displayOrder: index + 1,
        label: name.replaceAll("_", " "),
        description: `${name} of the service`,
        type,
      },
    ]),
  );
}
