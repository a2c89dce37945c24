import assert from "node:assert/strict";
import { after, describe, test } from "node:test";
import type { FailureKind, PlatformError } from "../../../src/http/error.ts";
import type { AnyClient } from "../../../src/platforms/open.ts";
import type { Operation } from "../../../src/platforms/operation.ts";
import { allOperations } from "../../../src/platforms/operations.ts";
import type { Sandbox } from "../../../src/sandbox/sandbox.ts";
import { failureOf } from "../../unit/http/client.ts";
import { withSandbox } from "../sandbox/support.ts";
import { openAs, type SandboxPlatform, type Who } from "./connections.ts";

/** What an operation is called with. */
export interface CallArguments {
  readonly parameters?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
  readonly file?: unknown;
}

/** What scenarios act on. */
export interface Stage {
  readonly sandbox: Sandbox;
  /** Calls an operation by its name; by the usual user unless told. */
  readonly call: (name: string, args?: CallArguments, who?: Who) => Promise<unknown>;
  /** A word that was not given before. */
  readonly fresh: () => string;
}

type Prepared<Value> = Value | Promise<Value>;

/** What an operation does when all is well, and how it refuses. */
export interface Scenario {
  /** Who calls it. */
  readonly who?: Who;
  /** Prepares the good call and answers what it is called with. */
  readonly good: (stage: Stage) => Prepared<CallArguments>;
  /** Asserts what a user sees of the good call. */
  readonly shows: (answer: unknown, args: CallArguments, stage: Stage) => Prepared<void>;
  readonly refused: {
    readonly who?: Who;
    readonly with: (stage: Stage) => Prepared<CallArguments>;
    readonly kind: FailureKind;
    /** The platform's own words. */
    readonly text: RegExp;
  };
}

interface Suite {
  readonly platform: SandboxPlatform;
  /** Agave: the service whose operations they are. */
  readonly service?: string;
}

/**
 * Tests the operations of a platform, each by its scenario: the good call, the refused one, and what becomes of it where the answer
 * is lost. Every operation of the table must have a scenario.
 */
export function testOperations(
  { platform, service }: Suite,
  scenarios: Readonly<Record<string, Scenario>>,
): void {
  const operations = new Map(
    allOperations()
      .filter((each) => each.platform === platform)
      .map(({ operation }) => [operation.name, operation]),
  );
  const tested = [...operations.keys()].filter(
    (name) => service === undefined || name.startsWith(`${service}.`),
  );
  const sandbox = withSandbox({ users: 60 });
  const clients = new Map<Who, AnyClient>();
  after(() => Promise.all([...clients.values()].map((client) => client.close())));
  const clientOf = (who: Who): AnyClient => {
    const client = clients.get(who) ?? openAs(sandbox(), platform, who);
    clients.set(who, client);
    return client;
  };
  let given = 0;
  const stageOf = (): Stage => ({
    sandbox: sandbox(),
    call: async (name, args, who = "usual") => clientOf(who).callNamed(name, flat(rowOf(name), args ?? {})),
    fresh: () => `fresh${++given}`,
  });
  const rowOf = (name: string): Operation => {
    const operation = operations.get(name);
    assert.ok(operation, `there is an operation ${name}`);
    return operation;
  };

  test(`every operation of ${service ?? platform} is tested`, () => {
    assert.deepEqual(Object.keys(scenarios).sort(), tested.sort());
  });

  for (const [name, { good, shows, refused, who }] of Object.entries(scenarios)) {
    describe(name, () => {
      test("answers", async () => {
        const stage = stageOf();
        const args = await good(stage);
        await shows(await stage.call(name, args, who), args, stage);
      });

      test(`is refused as ${refused.kind}, in the platform's words`, async () => {
        const stage = stageOf();
        const args = await refused.with(stage);
        const error = await failureOf(stage.call(name, args, refused.who ?? who));
        assert.equal(error.kind, refused.kind, error.message);
        assert.match(error.text, refused.text);
        assert.equal(error.landed, "no");
        assert.notEqual(error.advice, "");
      });

      test(
        operations.get(name)?.repeatable
          ? "is sent again where its answer is lost"
          : "is sent once only, and a lost answer is told",
        async () => {
          const stage = stageOf();
          const args = await good(stage);
          const row = rowOf(name);
          const before = stage.sandbox.log().length;
          stage.sandbox.setFaults([{ kind: "dropAfter", platform, method: row.method, times: 1 }]);
          const calling = stage.call(name, args, who);
          if (row.repeatable) await shows(await calling, args, stage);
          else assertLost(await failureOf(calling), row);
          stage.sandbox.setFaults([]);
          const sent = stage.sandbox
            .log()
            .slice(before)
            .filter(({ method, status }) => method === row.method && status === null);
          assert.equal(sent.length, 1);
          if (!row.repeatable) assert.equal(stage.sandbox.log().length, before + 1);
        },
      );
    });
  }
}

/** The arguments in one object, as clients take them: the body and the file under their own names. */
function flat({ body: row }: Operation, { parameters, body, file }: CallArguments) {
  return {
    ...parameters,
    ...(body === undefined ? {} : { [row?.name ?? "body"]: body }),
    ...(file === undefined ? {} : { [row?.file?.name ?? "file"]: file }),
  };
}

/** A lost answer to a write is reported as what it is, with what to do. */
function assertLost(error: PlatformError, { writes, ifLost }: Operation): void {
  assert.equal(error.kind, "network");
  assert.equal(error.landed, writes ? "unknown" : "no");
  if (ifLost !== undefined) assert.equal(error.advice, ifLost);
  else if (writes) assert.match(error.advice, /may have taken effect/);
}

/** The value as an object whose fields can be looked at. */
export function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  assert.ok(
    typeof value === "object" && value !== null && !Array.isArray(value),
    `an object came: ${JSON.stringify(value)}`,
  );
  return value as Readonly<Record<string, unknown>>;
}

/** The value as a list of objects. */
export function listOf(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  assert.ok(Array.isArray(value), `a list came: ${JSON.stringify(value)}`);
  return value.map(fieldsOf);
}

/** A field that is a text. */
export function textOf(value: unknown, field: string): string {
  const text = fieldsOf(value)[field];
  assert.ok(typeof text === "string", `${field} is a text in ${JSON.stringify(value)}`);
  return text;
}
