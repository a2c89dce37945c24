import { agaveTable } from "./agave/operations/table.ts";
import { operations013 } from "./astakos/operations.ts";
import { odmTable } from "./odm/operations.ts";
import type { Operation, OperationTable } from "./operation.ts";
import { osparcTable } from "./osparc/operations.ts";
import { scimTable } from "./scim/operations.ts";
import type { PlatformKind } from "./settings.ts";
import { ubiopsTable } from "./ubiops/operations.ts";

/** An operation and the platform that has it. */
export interface PlatformOperation {
  readonly platform: PlatformKind;
  readonly operation: Operation;
}

const tables: Readonly<Record<PlatformKind, OperationTable>> = {
  odm: odmTable,
  scim: scimTable,
  astakos: operations013,
  agave: agaveTable,
  ubiops: ubiopsTable,
  osparc: osparcTable,
};

/** Every operation of every platform, in the order of the tables. */
export function allOperations(): readonly PlatformOperation[] {
  return Object.entries(tables).flatMap(([platform, table]) =>
    Object.values(table).map((operation) => ({ platform: platform as PlatformKind, operation })),
  );
}
