import type { Configuration } from "../config/configuration.ts";
import { PlatformError } from "../http/error.ts";
import type { Account } from "../identity/account.ts";
import { isWritable } from "../identity/directory.ts";
import { type CompiledPolicy, compilePolicy } from "../identity/judging/compiled-policy.ts";
import type { LinkRef } from "../identity/plan.ts";
import { hasProtection } from "../identity/protection.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { HandChange, HandOutcome } from "../reconcile/by-hand/change.ts";
import { type Holders, holdersOf, type Names } from "../reconcile/by-hand/holders.ts";
import { makeByHand } from "../reconcile/by-hand/make.ts";
import { rememberShown } from "../reconcile/remember.ts";
import type { Connections } from "./connections.ts";
import { whoIsHere } from "./who.ts";

/** What a session knows of single accounts, and what it does with them apart from any plan. */
export interface SessionAccounts {
  /** The accounts that earlier runs linked to those of a connection, by the ids of the latter. Nothing is read from a platform. */
  links(connection: string): ReadonlyMap<string, readonly LinkRef[]>;
  /**
   * The accounts that a connection is known to hide, being inactive, each as it was last seen, but inactive. Nothing is read from a
   * platform.
   */
  hiddenAccounts(connection: string): readonly Account[];
  /** Remembers accounts that a connection has shown; `complete`: and no others. */
  rememberShown(connection: string, accounts: readonly Account[], complete: boolean): void;
  /** Looks up who has an e-mail address or a user name, hidden accounts that were seen before among them. */
  holders(connection: string, names: Names, options?: { readonly signal?: AbortSignal }): Promise<Holders>;
  /** Whether the policy's protect rule holds an account back from changes: a resource as its platform shows it. */
  isProtected(connection: string, resource: unknown): boolean;
  /**
   * Makes one change by hand to an account that is as the person was shown, once. What is learnt of it is remembered. Rejects with
   * RefusedChange before anything is written, with LostAnswer where it may have landed, or with a PlatformError.
   */
  changeAccount(connection: string, change: HandChange): Promise<HandOutcome>;
}

/** The part of a session that is about single accounts. */
export function sessionAccounts(
  { policy }: Configuration,
  connections: Connections,
  ledger: () => Ledger,
): SessionAccounts {
  let compiled: CompiledPolicy | undefined;
  const protection = (connection: string) => {
    if (!policy || !hasProtection(policy) || policy.target !== connection) return undefined;
    compiled ??= compilePolicy(policy);
    return compiled.isProtected;
  };

  return {
    links(connection) {
      if (policy?.target !== connection) return new Map();
      return Map.groupBy(ledger().memory.links(connection), ({ targetId }) => targetId);
    },
    hiddenAccounts: (connection) =>
      ledger()
        .memory.hiddenAccounts(connection)
        .map((account) => ({
          ...account,
          active: false,
          attributes: { ...account.attributes, active: false },
        })),
    rememberShown(connection, accounts, complete) {
      rememberShown(ledger().memory, connections.open(connection), { accounts, complete });
    },
    holders: async (connection, names, options) =>
      holdersOf(connections.open(connection), ledger().memory, names, options),
    isProtected: (connection, resource) => protection(connection)?.(resource) ?? false,
    async changeAccount(connection, change) {
      const target = connections.open(connection);
      if (!isWritable(target))
        throw new PlatformError({
          kind: "invalid",
          connection,
          text: `${target.platformName} takes no changes of accounts.`,
          advice: "Change the account where it is managed.",
        });
      const isProtected = protection(connection);
      const { memory, audit } = ledger();
      const by = whoIsHere();
      return makeByHand(change, {
        target,
        memory,
        ...(isProtected && { isProtected }),
        record: (event) =>
          audit.record(
            event.event === "handIntent" && by !== undefined ? { ...event, by } : event,
            new Date().toISOString(),
          ),
      });
    },
  };
}
