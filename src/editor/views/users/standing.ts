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
  /** What somebody should see, in a few words each. */
  readonly alerts: readonly string[];
  /** What else is said of it. */
  readonly notes: readonly string[];
  /** Absent where it is that of any user. */
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

type Found = Pick<Standing, "state" | "icon"> & Partial<Pick<Standing, "alerts" | "notes">>;

/** How a user stands: by the plan in hand where there is one that holds, else by the links of earlier runs. */
export function standingOf({ judgement, outdated, links, protected: held }: KnownOfUser): Standing {
  if (judgement === undefined || outdated)
    return standing(
      links.map(({ connection }) => connection),
      unplanned(links, outdated, held),
    );
  const { situation, sources } = judgement;
  const linked = situation === "ambiguous" ? [] : sources.map(({ connection }) => connection);
  return { situation, ...standing(linked, planned(judgement)) };
}

function standing(linked: readonly string[], { alerts = [], notes = [], ...found }: Found): Standing {
  const on = linked.length > 0 ? [`on ${linked.join(", ")}`] : [];
  return { ...found, linked, alerts, notes: [...notes, ...on] };
}

function unplanned(links: readonly LinkRef[], outdated: boolean, held: boolean): Found {
  const none = links.length === 0 && !held ? ["not linked"] : [];
  if (outdated) return { state: "outdated", alerts: ["changed since the plan"], notes: none };
  if (held) return { state: "leftAlone", notes: [situationWords.protected], icon: { id: "lock" } };
  return { state: links.length > 0 ? "linked" : "notLinked", notes: none };
}

function planned(judgement: Judgement): Found {
  const { situation, action, withheld } = judgement;
  const change = changeActions.find((each) => each === action);
  if (change) return differing(judgement, change);
  if (situation === "ambiguous")
    return {
      state: "disputed",
      alerts: ["disputed"],
      icon: { id: "question", color: "list.warningForeground" },
    };
  if (withheld) return { state: "waiting", alerts: [waitingWords[withheld]], icon: { id: "watch" } };
  if (action === "report")
    return { state: "reported", alerts: [situationWords[situation]], icon: { id: "info" } };
  if (action === "ignore")
    return {
      state: "leftAlone",
      notes: [situationWords[situation]],
      ...(situation === "protected" ? { icon: { id: "lock" } } : {}),
    };
  return { state: "linked" };
}

const waitingWords: Readonly<Record<NonNullable<Judgement["withheld"]>, string>> = {
  grace: "gone from the sources, in its grace time",
  incomplete: situationWords.incomplete,
};

function differing({ set, asked }: Judgement, action: ChangeAction): Found {
  const { icon, title } = actionWords[action];
  const attributes = Object.keys({ ...set, ...asked }).filter((attribute) => attribute !== "active");
  return {
    state: "differs",
    icon,
    alerts: [
      ...(action === "update" ? [] : [`to be ${title.toLowerCase()}d`]),
      ...(attributes.length === 0
        ? []
        : [`${counted(attributes.length, "difference")}: ${attributes.join(", ")}`]),
    ],
  };
}
