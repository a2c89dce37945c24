import type { Host } from "../host.ts";
import { confirmed } from "./confirmation.ts";
import { openConnection } from "./open.ts";
import type { Resource } from "./resource.ts";
import { readAllAgain } from "./show-again.ts";
import { workOnEach } from "./work-on-each.ts";

/** One action of an operation such as `apps.manage`, and how people are asked for it and told of it. */
export interface ManageAction {
  /** As the platform calls it: `publish`. */
  readonly action: string;
  readonly verb: string;
  readonly doing: string;
  readonly done: string;
  readonly consequence: string;
}

interface Managing {
  readonly operation: "apps.manage" | "systems.manage";
  /** The parameter that names the thing. */
  readonly by: "appId" | "systemId";
  readonly one: string;
  /** Shows what has come of it; the lists are read again without it. */
  readonly show?: (resources: readonly Resource[]) => Promise<void>;
}

/** Does the same action with resources after one question that names them. */
export async function manageResources<Data>(
  host: Host,
  resources: readonly Resource<Data>[],
  { operation, by, one, show }: Managing,
  { action, verb, doing, done, consequence }: ManageAction,
): Promise<void> {
  const [first] = resources;
  if (first === undefined) return;
  const approved = await confirmed(host, resources, {
    id: action,
    verb,
    one,
    detailOf: ({ id }) => id,
    consequence,
  });
  if (!approved) return;
  await workOnEach(host, {
    items: resources,
    nameOf: ({ name }) => name,
    doing,
    done,
    one,
    run: async ({ connection, id }, signal) => {
      const { client } = await openConnection(host.sessions, connection);
      await client.callNamed(operation, { [by]: id, body: { action } }, { signal });
    },
    show: () => show?.(resources) ?? readAllAgain(host, first.view, resources),
  });
}
