import type { Judgement } from "../../../identity/judgement.ts";
import type { LinkRef } from "../../../identity/plan.ts";
import { type ChangeAction, changeActions, type Situation } from "../../../identity/situation.ts";
import type { NodeIcon } from "../../tree/node.ts";
import { actionWords, counted, situationWords } from "../reconciliation/words.ts";

/** How users can stand to the accounts of the sources, those out of step first. */
export const standingStates = [
  "disputed",
  "differs",
  "waiting",
  "reported",
  "outdated",
  "notLinked",
  "leftAlone",
  "linked",
] as const;
export type StandingState = (typeof standingStates)[number];

/** How one user of the target stands to the accounts of the sources, in words and as it is shown. */
export interface Standing {
  readonly state: StandingState;
  /** The connections on which the person has an account. */
  readonly linked: readonly string[];
  /** What is said of it, in a few words each. */
  readonly notes: readonly string[];
  /** Absent where nothing is out of step. */
  readonly icon?: NodeIcon;
  /** What the plan in hand found; absent without one, or where that does not hold any more. */
  readonly situation?: Situation;
}

/** What is known of a user besides what its server gave. */
export interface KnownOfUser {
  /** What the plan in hand found. */
  readonly judgement: Judgement | undefined;
  /** It was changed by hand since that plan was made. */
  readonly outdated: boolean;
  /** What earlier runs have linked. */
  readonly links: readonly LinkRef[];
  readonly protected: boolean;
}

type Found = Omit<Standing, "linked" | "situation">;

/** How a user stands: by the plan in hand where there is one that holds, else by the links of earlier runs. */
export function standingOf({ judgement, outdated, links, protected: held }: KnownOfUser): Standing {
  if (judgement === undefined || outdated) {
    const linked = links.map(({ connection }) => connection);
    return { linked, ...unplanned(linked, outdated, held) };
  }
  const disputed = judgement.situation === "ambiguous";
  const linked = disputed ? [] : judgement.sources.map(({ connection }) => connection);
  return { linked, situation: judgement.situation, ...planned(judgement) };
}

function unplanned(linked: readonly string[], outdated: boolean, held: boolean): Found {
  const notes = [
    ...(held ? [situationWords.protected] : []),
    ...(outdated ? ["changed since the plan"] : []),
    ...linkNotes(linked, !held),
  ];
  if (outdated) return { state: "outdated", notes };
  if (held) return { state: "leftAlone", notes, icon: { id: "lock" } };
  return { state: linked.length > 0 ? "linked" : "notLinked", notes };
}

function planned(judgement: Judgement): Found {
  const { situation, action, withheld, sources } = judgement;
  const linked = linkNotes(
    sources.map(({ connection }) => connection),
    false,
  );
  const planned = changeActions.find((each) => each === action);
  if (planned) return { state: "differs", ...differs(judgement, planned, linked) };
  if (situation === "ambiguous")
    return {
      state: "disputed",
      notes: ["disputed"],
      icon: { id: "question", color: "list.warningForeground" },
    };
  if (withheld)
    return { state: "waiting", notes: [waitingWords[withheld], ...linked], icon: { id: "watch" } };
  if (action === "report")
    return { state: "reported", notes: [situationWords[situation], ...linked], icon: { id: "info" } };
  if (action === "ignore")
    return {
      state: "leftAlone",
      notes: [situationWords[situation], ...linked],
      ...(situation === "protected" ? { icon: { id: "lock" } } : {}),
    };
  return { state: "linked", notes: linked };
}

const waitingWords: Readonly<Record<NonNullable<Judgement["withheld"]>, string>> = {
  grace: "gone from the sources, in its grace time",
  incomplete: situationWords.incomplete,
};

function differs({ set }: Judgement, action: ChangeAction, linked: readonly string[]) {
  const { icon } = actionWords[action];
  const attributes = Object.keys(set).filter((attribute) => attribute !== "active");
  const differences =
    attributes.length === 0 ? [] : [`${counted(attributes.length, "difference")}: ${attributes.join(", ")}`];
  const coming = action === "update" ? [] : [`to be ${actionWords[action].title.toLowerCase()}d`];
  return { icon, notes: [...coming, ...differences, ...linked] };
}

function linkNotes(linked: readonly string[], sayNone: boolean): readonly string[] {
  if (linked.length > 0) return [`on ${linked.join(", ")}`];
  return sayNone ? ["not linked"] : [];
}
