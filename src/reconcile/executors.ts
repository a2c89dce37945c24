import type { AccessDirectory } from "../identity/access.ts";
import type { Account } from "../identity/account.ts";
import type { AttributeSet, WritableDirectory } from "../identity/directory.ts";
import type { CompiledPolicy } from "../identity/judging/compiled-policy.ts";
import type { Change } from "../identity/plan.ts";
import type { ChangeAction } from "../identity/situation.ts";
import { assessGrant, writeGrant } from "./access/assess.ts";
import { type Assessment, assess } from "./assess.ts";

/** What carries out changes of one kind. Both methods reject with a DirectoryFailure. */
export interface Executor {
  /** Reads again what a change touches and compares it with what was planned. */
  assess(change: Change): Promise<Assessment>;
  /** Sends the change, once. Answers the account as the server stored it, where it tells. */
  write(change: Change): Promise<Account | undefined>;
}

/** What executors work on. */
export interface ExecutorPlace {
  readonly target: WritableDirectory;
  readonly policy: CompiledPolicy;
  /** Where permissions are withdrawn and given. */
  readonly access?: readonly AccessDirectory[];
}

/** What carries out a change; undefined where its connection takes none of that kind. */
export function executorOf(change: Change, place: ExecutorPlace): Executor | undefined {
  return executors[change.action](place, change);
}

const executors: Readonly<
  Record<ChangeAction, (place: ExecutorPlace, change: Change) => Executor | undefined>
> = {
  create: accounts,
  reactivate: accounts,
  update: accounts,
  deactivate: accounts,
  grant: permissions,
  revoke: permissions,
};

function accounts({ target, policy }: ExecutorPlace): Executor {
  return {
    assess: (change) => assess(change, target, policy),
    write: (change) => write(change, target),
  };
}

function permissions({ access = [] }: ExecutorPlace, { grant }: Change): Executor | undefined {
  const place = access.find(({ connection }) => connection === grant?.connection);
  if (!grant || !place) return undefined;
  return {
    assess: (change) => assessGrant({ ...change, grant }, place),
    write: async (change) => {
      await writeGrant({ ...change, grant }, place);
      return undefined;
    },
  };
}

async function write(change: Change, target: WritableDirectory): Promise<Account | undefined> {
  const { id } = change.target;
  const set: AttributeSet = Object.fromEntries(
    Object.entries(change.set).map(([name, { to }]) => [name, to]),
  );
  if (id === null) return target.create(set);
  if (change.action !== "deactivate") return target.update(id, set);
  await target.deactivate(id);
  return undefined;
}
