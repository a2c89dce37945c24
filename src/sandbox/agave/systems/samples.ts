import type { AgaveContext, AgavePeople } from "../context.ts";
import type { SystemRecord, SystemRole } from "./record.ts";

interface Sample {
  readonly id: string;
  readonly name: string;
  readonly about: string;
  readonly owner: keyof AgavePeople;
  readonly isPublic?: boolean;
  readonly globalDefault?: boolean;
  readonly available?: boolean;
  readonly status?: string;
  /** Who else has which role. */
  readonly roles?: Partial<Readonly<Record<keyof AgavePeople, SystemRole>>>;
  /** How many days ago it was changed. */
  readonly age: number;
  /** Where it runs jobs; a system without it only keeps files. */
  readonly runs?: { readonly scheduler: string; readonly type: string; readonly queues: readonly string[] };
}

const samples: readonly Sample[] = [
  {
    id: "corral.sandbox.storage",
    name: "Corral",
    about: "Disk storage of everybody",
    owner: "admin",
    isPublic: true,
    globalDefault: true,
    age: 900,
  },
  {
    id: "ranch.sandbox.tape",
    name: "Ranch",
    about: "Tapes, for what is seldom read",
    owner: "admin",
    isPublic: true,
    status: "DOWN",
    age: 60,
  },
  {
    id: "lonestar.sandbox.hpc",
    name: "Lonestar",
    about: "Cluster of everybody",
    owner: "admin",
    isPublic: true,
    globalDefault: true,
    age: 400,
    runs: { scheduler: "SLURM", type: "HPC", queues: ["normal", "development", "large"] },
  },
  {
    id: "imaging.storage",
    name: "Imaging data",
    about: "Scans of the imaging group",
    owner: "operator",
    age: 30,
  },
  {
    id: "imaging.vm",
    name: "Imaging workstation",
    about: "Virtual machine that runs one job at a time",
    owner: "operator",
    roles: { colleague: "USER" },
    age: 12,
    runs: { scheduler: "FORK", type: "CLI", queues: ["debug"] },
  },
  {
    id: "imaging.retired",
    name: "Old workstation",
    about: "Replaced by imaging.vm",
    owner: "operator",
    available: false,
    age: 700,
    runs: { scheduler: "FORK", type: "CLI", queues: ["debug"] },
  },
  {
    id: "genomics.shared",
    name: "Genomics share",
    about: "Shared with the imaging group",
    owner: "colleague",
    roles: { operator: "USER" },
    age: 90,
  },
  { id: "genomics.private", name: "Genomics", about: "Not shared", owner: "colleague", age: 91 },
];

const day = 86_400_000;

/** Puts the sample systems of the tenant into its store. */
export function addSampleSystems({ systems, ids, clock, people }: AgaveContext): void {
  for (const sample of samples) {
    const changed = clock() - sample.age * day;
    const roles = Object.entries(sample.roles ?? {}).map(
      ([who, role]) => [people[who as keyof AgavePeople], role] as const,
    );
    systems.put({
      id: sample.id,
      uuid: ids.next("system"),
      owner: people[sample.owner],
      type: sample.runs ? "EXECUTION" : "STORAGE",
      isPublic: sample.isPublic ?? false,
      available: sample.available ?? true,
      globalDefault: sample.globalDefault ?? false,
      defaultOf: [],
      description: describe(sample),
      roles: new Map<string, SystemRole>(roles),
      revision: 1,
      created: changed,
      lastUpdated: changed,
    });
  }
}

function describe({ id, name, about, status = "UP", runs }: Sample): SystemRecord["description"] {
  const host = `${id}.example.org`;
  const auth = { type: "SSHKEYS" };
  const storage = { host, port: 22, protocol: "SFTP", rootDir: "/", homeDir: "/home", mirror: false, auth };
  const common = {
    name,
    description: about,
    site: "sandbox.example.org",
    status,
    environment: null,
    storage,
  };
  if (runs === undefined) return common;
  return {
    ...common,
    executionType: runs.type,
    scheduler: runs.scheduler,
    login: { host, port: 22, protocol: "SSH", auth },
    queues: runs.queues.map((queue, index) => ({
      name: queue,
      default: index === 0,
      maxJobs: 50,
      maxUserJobs: 5,
      maxNodes: 16,
      maxProcessorsPerNode: 32,
      maxMemoryPerNode: "64GB",
      maxRequestedTime: "24:00:00",
    })),
    workDir: "",
    scratchDir: "/scratch",
    maxSystemJobs: 100,
    maxSystemJobsPerUser: 10,
    startupScript: null,
  };
}
