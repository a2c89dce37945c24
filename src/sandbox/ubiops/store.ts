import { createHash } from "node:crypto";
import { createRandom } from "../random.ts";
import type { ServiceUserWrite } from "./read.ts";
import type { ServiceUser } from "./serviceUser.ts";

/** The service users of a project, and their tokens. */
export interface ServiceUserStore {
  /** In the order of their creation. */
  all(): readonly ServiceUser[];
  get(id: string): ServiceUser | undefined;
  /** Makes a service user with a token, which is known only now. */
  create(write: ServiceUserWrite, created: number): { readonly user: ServiceUser; readonly token: string };
  update(user: ServiceUser, write: ServiceUserWrite): ServiceUser;
  remove(id: string): void;
  /** A new token in place of the old one, which ends. */
  resetToken(user: ServiceUser): string;
  /** Whose token it is. */
  byToken(token: string): ServiceUser | undefined;
}

/** Makes an empty store. Ids and tokens follow from the seed and from what was made before. */
export function createServiceUserStore(project: string, seed: number): ServiceUserStore {
  const random = createRandom(seed ^ 0x0b10_b5);
  const users = new Map<string, ServiceUser>();
  const tokens = new Map<string, string>();
  let tokensMade = 0;

  function newToken(id: string): string {
    tokensMade += 1;
    const token = createHash("sha1").update(`sandbox token ${seed} ${tokensMade}`).digest("hex");
    tokens.set(id, token);
    return token;
  }

  return {
    all: () => [...users.values()],
    get: (id) => users.get(id),
    create({ name = null, origins = [], expires = null }, created) {
      const user: ServiceUser = { id: random.uuid(), project, name, origins, created, expires };
      users.set(user.id, user);
      return { user, token: newToken(user.id) };
    },
    update(user, write) {
      const updated = { ...user, ...write };
      users.set(user.id, updated);
      return updated;
    },
    remove(id) {
      users.delete(id);
      tokens.delete(id);
    },
    resetToken: ({ id }) => newToken(id),
    byToken(token) {
      const [id] = [...tokens].find(([, candidate]) => candidate === token) ?? [];
      return id === undefined ? undefined : users.get(id);
    },
  };
}
