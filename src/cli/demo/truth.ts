import { isDeepStrictEqual } from "node:util";
import type { Judgement } from "../../identity/judgement.ts";
import type { SandboxState, Truth, TruthPerson } from "../../sandbox/sandbox.ts";

type OdmUser = SandboxState["odm"]["users"][number];

/** How what Rollcall found and did compares with what the sandbox knows of its people. */
export interface Agreement {
  readonly agree: number;
  /** One line for each person that differs. */
  readonly disagreements: readonly string[];
}

/** What there is to compare with the truth. */
export interface Findings {
  readonly judgements: readonly Judgement[];
  readonly before: SandboxState;
  readonly after: SandboxState;
}

/** Compares the judgements, and the target's users before and after, with every entry of the truth. */
export function compareWithTruth({ people }: Truth, findings: Findings): Agreement {
  const judgements = new JudgementIndex(findings.judgements);
  const before = new UserIndex(findings.before);
  const after = new UserIndex(findings.after);
  const disagreements = people.flatMap((person) => {
    const differences = [
      ...judgementDifferences(person, judgements.find(person)),
      ...outcomeDifferences(person, before.find(person), after.find(person)),
    ];
    return differences.length === 0 ? [] : [`${person.key} (${person.kind}): ${differences.join("; ")}`];
  });
  return { agree: people.length - disagreements.length, disagreements };
}

function judgementDifferences(person: TruthPerson, judgement: Judgement | undefined): string[] {
  if (!judgement) return ["nobody was found"];
  const { situation, action } = judgement;
  const set = flattened(judgement);
  return [
    ...(situation === person.situation ? [] : [`situation ${situation}, not ${person.situation}`]),
    ...(action === person.action ? [] : [`action ${action}, not ${person.action}`]),
    ...(isDeepStrictEqual(set, { ...person.set })
      ? []
      : [`sets ${JSON.stringify(set)}, not ${JSON.stringify(person.set)}`]),
  ];
}

/** What is set, as the truth puts it: e-mails as the address alone, and nothing of a new account's being active, since it is new. */
function flattened({ action, set }: Judgement): Record<string, unknown> {
  const entries = Object.entries(set).filter(
    ([name, value]) => !(action === "create" && name === "active" && value === true),
  );
  return Object.fromEntries(
    entries.map(([name, value]) => [
      name,
      typeof value === "object" && value !== null ? value.map((email) => email.value).join(", ") : value,
    ]),
  );
}

function outcomeDifferences(
  { action, set }: TruthPerson,
  before: readonly OdmUser[],
  after: readonly OdmUser[],
): string[] {
  if (action === "none" || action === "report" || action === "ignore")
    return isDeepStrictEqual(before, after) ? [] : ["was changed, and should not have been"];
  const [user] = after;
  if (!user || after.length > 1) return [`has ${after.length} users in the target`];
  const ends: Readonly<Record<string, unknown>> = { ...user, emails: user.email };
  return Object.entries(set).flatMap(([name, value]) =>
    ends[name] === value
      ? []
      : [`${name} ended as ${JSON.stringify(ends[name])}, not ${JSON.stringify(value)}`],
  );
}

/** Connections of the sample configuration, by the platforms of the truth. */
const connections = { odm: "odm", astakos: "okeanos", agave: "tacc" } as const;

/** Finds the judgement of a person: the one that holds most of the accounts, and least besides them. */
class JudgementIndex {
  readonly #byAccount = new Map<string, Judgement[]>();

  constructor(judgements: readonly Judgement[]) {
    for (const judgement of judgements) {
      for (const { connection, id } of [...judgement.targets, ...judgement.sources]) {
        const key = `${connection} ${id}`;
        const held = this.#byAccount.get(key);
        if (held) held.push(judgement);
        else this.#byAccount.set(key, [judgement]);
      }
    }
  }

  find({ accounts }: TruthPerson): Judgement | undefined {
    const keys = (["odm", "astakos", "agave"] as const).flatMap((platform) =>
      accounts[platform].map((id) => `${connections[platform]} ${id}`),
    );
    const overlaps = new Map<Judgement, number>();
    for (const judgement of keys.flatMap((key) => this.#byAccount.get(key) ?? []))
      overlaps.set(judgement, (overlaps.get(judgement) ?? 0) + 1);
    const fit = ([judgement, overlap]: readonly [Judgement, number]) =>
      2 * overlap - judgement.targets.length - judgement.sources.length;
    return [...overlaps].toSorted((one, other) => fit(other) - fit(one))[0]?.[0];
  }
}

/** Finds the target's users of a person: by id, or by the address that a creation gives. */
class UserIndex {
  readonly #byId: ReadonlyMap<string, OdmUser>;
  readonly #byEmail: ReadonlyMap<string, readonly OdmUser[]>;

  constructor({ odm }: SandboxState) {
    this.#byId = new Map(odm.users.map((user) => [user.id, user]));
    this.#byEmail = Map.groupBy(odm.users, ({ email }) => email);
  }

  find({ accounts, set }: TruthPerson): readonly OdmUser[] {
    const known = accounts.odm.flatMap((id) => this.#byId.get(id) ?? []);
    return known.length > 0 ? known : (this.#byEmail.get(String(set.emails)) ?? []);
  }
}
