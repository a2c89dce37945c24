import type { Reply, SandboxRequest } from "../../server/message.ts";
import { errorReply } from "../envelope.ts";
import type { MetaKind } from "./kinds.ts";
import type { MetaRecord } from "./record.ts";
import type { MetaStore } from "./store.ts";

interface AccessOptions {
  readonly kind: MetaKind;
  readonly store: MetaStore;
  isAdmin(username: string): boolean;
}

/** Who may see and change which records. */
export interface MetaAccess {
  may(username: string, record: MetaRecord, need: "read" | "write"): boolean;
  /** The record, or the refusal: 404 where it is unknown, 403 where somebody may not do this with it. */
  find(
    request: SandboxRequest,
    username: string,
    uuid: string,
    need: "read" | "write",
  ): { readonly record: MetaRecord } | { readonly reply: Reply };
}

/** Makes the access to the records of a kind. */
export function createMetaAccess({ kind, store, isAdmin }: AccessOptions): MetaAccess {
  const may: MetaAccess["may"] = (username, record, need) =>
    record.owner === username || isAdmin(username) || store.permissions.get(record.uuid, username)[need];
  return {
    may,
    find(request, username, uuid, need) {
      const record = store.get(uuid);
      if (record === undefined) {
        return { reply: errorReply(request, 404, `No ${kind.noun} found for user with id ${uuid}`) };
      }
      if (may(username, record, need)) return { record };
      const message = `User does not have permission to ${need} this ${kind.noun}`;
      return { reply: errorReply(request, 403, message) };
    },
  };
}
