import type { AgaveContext, AgavePeople } from "../context.ts";
import { permissionNamed } from "../permissions.ts";
import { appId } from "./resource.ts";
import { takenBy } from "./samples-taken.ts";

interface Sample {
  readonly name: string;
  readonly version: string;
  readonly label: string;
  readonly about: string;
  readonly owner: keyof AgavePeople;
  /** The revision under which it is public. */
  readonly published?: number;
  readonly available?: boolean;
  readonly runsOn: string;
  readonly deployedOn: string;
  readonly tags: readonly string[];
  /** Who else may do what. */
  readonly shared?: readonly [who: keyof AgavePeople, permission: string];
  /** How many days ago it was changed. */
  readonly age: number;
}

const samples: readonly Sample[] = [
  {
    name: "wordcount",
    version: "1.0",
    label: "Word count",
    about: "Counts lines, words and bytes of a file",
    owner: "operator",
    runsOn: "imaging.vm",
    deployedOn: "imaging.storage",
    tags: ["text"],
    age: 10,
  },
  {
    name: "segment",
    version: "2.1.0",
    label: "Segmentation",
    about: "Labels the tissues of a scan",
    owner: "admin",
    published: 1,
    runsOn: "lonestar.sandbox.hpc",
    deployedOn: "corral.sandbox.storage",
    tags: ["imaging", "gpu"],
    age: 200,
  },
  {
    name: "segment",
    version: "2.1.0",
    label: "Segmentation",
    about: "Labels the tissues of a scan; faster",
    owner: "admin",
    published: 2,
    runsOn: "lonestar.sandbox.hpc",
    deployedOn: "corral.sandbox.storage",
    tags: ["imaging", "gpu"],
    age: 50,
  },
  {
    name: "align",
    version: "0.7.17",
    label: "Aligner",
    about: "Aligns reads to a genome; shared with the imaging group",
    owner: "colleague",
    runsOn: "lonestar.sandbox.hpc",
    deployedOn: "genomics.shared",
    tags: ["genomics"],
    shared: ["operator", "READ_EXECUTE"],
    age: 70,
  },
  {
    name: "assemble",
    version: "3.0",
    label: "Assembler",
    about: "Not shared",
    owner: "colleague",
    runsOn: "lonestar.sandbox.hpc",
    deployedOn: "genomics.private",
    tags: ["genomics"],
    age: 71,
  },
  {
    name: "register",
    version: "1.2",
    label: "Registration",
    about: "Withdrawn",
    owner: "admin",
    published: 1,
    available: false,
    runsOn: "lonestar.sandbox.hpc",
    deployedOn: "corral.sandbox.storage",
    tags: ["imaging"],
    age: 800,
  },
];

const day = 86_400_000;

/** Puts the sample apps of the tenant into its store. */
export function addSampleApps({ apps, ids, clock, people }: AgaveContext): void {
  for (const sample of samples) {
    const { name, version, published, available = true, shared, age } = sample;
    const changed = clock() - age * day;
    const named = { name, version, isPublic: published !== undefined, revision: published ?? 1 };
    const uuid = ids.next("app");
    apps.put({
      ...named,
      id: appId(named),
      uuid,
      owner: people[sample.owner],
      available,
      executionSystem: sample.runsOn,
      description: describe(sample),
      created: changed,
      lastModified: changed,
    });
    const permission = permissionNamed(shared?.[1] ?? "");
    if (shared && permission) apps.permissions.set(uuid, people[shared[0]], permission);
  }
}

function describe({ name, version, label, about, deployedOn, tags }: Sample) {
  return {
    label,
    shortDescription: about,
    longDescription: `${about}.`,
    helpURI: `https://docs.example.org/${name}`,
    icon: null,
    executionType: "CLI",
    parallelism: "SERIAL",
    tags,
    ontology: [],
    modules: [],
    checkpointable: false,
    deploymentSystem: deployedOn,
    deploymentPath: `/apps/${name}-${version}`,
    templatePath: "wrapper.sh",
    testPath: "test/test.sh",
    defaultMaxRunTime: "01:00:00",
    defaultMemoryPerNode: 1,
    defaultNodeCount: 1,
    defaultProcessorsPerNode: 1,
    ...takenBy(name, deployedOn),
  };
}
