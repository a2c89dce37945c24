/** An interactive service that runs. */
export interface RunningService {
  /** Chosen by whoever started it. */
  readonly uuid: string;
  readonly user: string;
  readonly key: string;
  readonly version: string;
  /** Null where its image exposes no port. */
  readonly port: number | null;
}

/** The interactive services that run. */
export interface RunningServices {
  all(): readonly RunningService[];
  get(uuid: string): RunningService | undefined;
  start(service: Omit<RunningService, "port">, exposesPort: boolean): RunningService;
  stop(uuid: string): void;
}

const firstPort = 30_000;

/** Nothing runs yet. Ports are given in a row, as the swarm does. */
export function createRunningServices(): RunningServices {
  const running = new Map<string, RunningService>();
  let ports = 0;
  return {
    all: () => [...running.values()],
    get: (uuid) => running.get(uuid),
    start(service, exposesPort) {
      if (exposesPort) ports += 1;
      const started = { ...service, port: exposesPort ? firstPort + ports - 1 : null };
      running.set(service.uuid, started);
      return started;
    },
    stop: (uuid) => void running.delete(uuid),
  };
}
