import { originWords } from "../../../identity/drift.ts";
import { dueText, graceSentence } from "../../../identity/grace-words.ts";
import type { Dispute, Plan } from "../../../identity/plan.ts";
import { markdownText, type NodeIcon, type NodeSubject, type TreeNode } from "../../tree/node.ts";
import { belongingNodes } from "./belonging-nodes.ts";
import type { DisputeSubject, DriftSubject, PersonSubject, SuggestionSubject } from "./subjects.ts";
import { actionWords, counted, situationWords, valueText } from "./words.ts";

interface Finding {
  readonly id: string;
  readonly label: string;
  readonly description: string;
  readonly why: string;
  /** What Explain Person is given. */
  readonly key: string;
  /** What its commands are given, where that is more than a person. */
  readonly subject?: NodeSubject;
  /** What its commands ask for, beside what its subject is. */
  readonly flags?: readonly string[];
}

/** Who is in dispute: `Ana or Anna`. */
export function disputeLabel({ candidates }: Dispute): string {
  return candidates.map(({ label }) => label).join(" or ");
}

/** What a person has to settle: accounts that could belong together in more than one way. */
export function disputeGroup(plan: Plan): readonly TreeNode[] {
  return group(
    { id: "disputes", title: "Disputes", icon: { id: "question", color: "list.warningForeground" } },
    plan.disputes.map((dispute) => ({
      id: dispute.id,
      label: disputeLabel(dispute),
      description: dispute.why,
      why: `${dispute.why} Rule: ${dispute.rule}.`,
      key: dispute.candidates[0]?.id ?? dispute.id,
      subject: { kind: "dispute", dispute } satisfies DisputeSubject,
      candidates: dispute.candidates,
    })),
    ({ id, candidates }) =>
      candidates.map((candidate) => ({
        id: `reconciliation/disputes/${id}/${candidate.connection}/${candidate.id}`,
        label: candidate.label,
        description: `${candidate.connection} · ${candidate.id}`,
        icon: { id: "account" },
        noun: "candidate",
        flags: ["person"],
        subject: { kind: "person", key: candidate.id } satisfies PersonSubject,
      })),
  );
}

/** Accounts that look like one person's. Nothing is done about them. */
export function suggestionGroup(plan: Plan): readonly TreeNode[] {
  return group(
    { id: "suggestions", title: "Suggestions", icon: { id: "lightbulb" } },
    plan.suggestions.map((suggestion) => {
      const { source, target, score, why } = suggestion;
      return {
        id: `${source.connection}/${source.id}/${target.id}`,
        label: `${source.label} and ${target.label}`,
        description: `${Math.round(score * 100)}% alike · ${source.connection} and ${target.connection}`,
        why: `${why} ${source.connection} ${source.id} and ${target.connection} ${target.id}. Nothing is done about it unless you link them.`,
        key: source.id,
        subject: { kind: "suggestion", suggestion } satisfies SuggestionSubject,
      };
    }),
    undefined,
    "pair",
  );
}

/** What an undo cannot take back. */
export function lastingGroup({ lasting = [] }: Plan): readonly TreeNode[] {
  return group(
    { id: "lasting", title: "Cannot be undone whole", icon: { id: "lock" } },
    lasting.map(({ change, person, action, target, why }) => ({
      id: change,
      label: person,
      description: `${actionWords[action].title}: ${why}`,
      why,
      key: target.id ?? person,
    })),
    undefined,
    "change",
  );
}

/** Changes that were called for and are held back. */
export function withheldGroup(plan: Plan): readonly TreeNode[] {
  return group(
    { id: "withheld", title: "Withheld", icon: { id: "watch" } },
    plan.withheld.map(({ person, action, reason, why, target, grace }) => ({
      id: `${action}/${person}/${target.id}`,
      label: person,
      description: `${actionWords[action].title}: ${
        reason === "grace"
          ? ["in its grace time", ...(grace ? [dueText(grace.due)] : [])].join(", ")
          : "view not complete"
      }`,
      why: grace ? `${why} ${graceSentence(grace)}` : why,
      key: target.id ?? person,
    })),
  );
}

/** Values of the target that differ from their source and are left as they are, because the policy or a person says so. */
export function driftGroup(plan: Plan): readonly TreeNode[] {
  return group(
    { id: "drifts", title: "Left as in the Target", icon: { id: "pin" } },
    plan.drifts.map((drift) => {
      const { person, target, attribute, value, source, origin, why } = drift;
      return {
        id: `${target.id}/${attribute}`,
        label: person,
        description: `${attribute}: ${valueText(value)}, not ${valueText(source)} · ${origin ? originWords[origin] : "kept"}`,
        why,
        key: target.id,
        subject: { kind: "drift", drift } satisfies DriftSubject,
        ...(origin && { flags: ["keepable"] }),
      };
    }),
    undefined,
    "value",
  );
}

/** People that the policy says to tell of: nothing is changed. */
export function reportGroup(plan: Plan): readonly TreeNode[] {
  return group(
    { id: "reports", title: "Reports", icon: { id: "info" } },
    plan.reports.map(({ person, situation, why, target }, index) => ({
      id: `${situation}/${person}/${target.id ?? index}`,
      label: person,
      description: situationWords[situation],
      why,
      key: target.id ?? person,
    })),
  );
}

/** People who leave, with what belongs to them: nothing of it is changed. */
export function leaverGroup({ leavers = [] }: Plan): readonly TreeNode[] {
  return group(
    { id: "leavers", title: "Leavers", icon: { id: "sign-out" } },
    leavers.map((leaver) => {
      const { person, why, accounts, owned, serviceUsers, services } = leaver;
      const things = owned.length + serviceUsers.length + services.length;
      return {
        id: accounts.map(({ connection, id }) => `${connection}/${id}`).join("+"),
        label: person,
        description:
          things === 0
            ? "nothing is theirs"
            : counted(things, "thing to decide about", "things to decide about"),
        why: `${why} What is theirs stays as it is: a person has to decide about it.`,
        key: accounts[0]?.id ?? person,
        leaver,
      };
    }),
    ({ id, leaver }) => belongingNodes(`reconciliation/leavers/${id}`, leaver),
  );
}

const countWords = {
  person: (count: number) => counted(count, "person", "people"),
  pair: (count: number) => counted(count, "pair"),
  change: (count: number) => counted(count, "change"),
  value: (count: number) => counted(count, "value"),
};

function group<F extends Finding>(
  { id, title, icon }: { readonly id: string; readonly title: string; readonly icon: NodeIcon },
  findings: readonly F[],
  below?: (finding: F) => readonly TreeNode[],
  counts: keyof typeof countWords = "person",
): readonly TreeNode[] {
  if (findings.length === 0) return [];
  return [
    {
      id: `reconciliation/${id}`,
      label: title,
      description: countWords[counts](findings.length),
      icon,
      noun: "findingGroup",
      children: () =>
        findings.map((finding) => ({
          id: `reconciliation/${id}/${finding.id}`,
          label: finding.label,
          description: finding.description,
          tooltip: `**${markdownText(finding.label)}**\n\n${markdownText(finding.why)}`,
          icon,
          noun: "finding",
          flags: ["person", ...(finding.subject ? [finding.subject.kind] : []), ...(finding.flags ?? [])],
          subject: finding.subject ?? ({ kind: "person", key: finding.key } satisfies PersonSubject),
          ...(below === undefined ? {} : { children: () => below(finding) }),
        })),
    },
  ];
}
