import type { Plan } from "../../../identity/plan.ts";
import { markdownText, type NodeIcon, type TreeNode } from "../../tree/node.ts";
import type { PersonSubject } from "./subjects.ts";
import { actionWords, counted, situationWords } from "./words.ts";

interface Finding {
  readonly id: string;
  readonly label: string;
  readonly description: string;
  readonly why: string;
  /** What Explain Person is given. */
  readonly key: string;
}

/** What a person has to settle: accounts that could belong together in more than one way. */
export function disputeGroup(plan: Plan): readonly TreeNode[] {
  return group(
    { id: "disputes", title: "Disputes", icon: { id: "question", color: "list.warningForeground" } },
    plan.disputes.map(({ id, why, rule, candidates }) => ({
      id,
      label: candidates.map(({ label }) => label).join(" or "),
      description: why,
      why: `${why} Rule: ${rule}.`,
      key: candidates[0]?.id ?? id,
      candidates,
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

/** Changes that were called for and are held back. */
export function withheldGroup(plan: Plan): readonly TreeNode[] {
  return group(
    { id: "withheld", title: "Withheld", icon: { id: "watch" } },
    plan.withheld.map(({ person, action, reason, why, target }) => ({
      id: `${action}/${person}/${target.id}`,
      label: person,
      description: `${actionWords[action].title}: ${reason === "grace" ? "in its grace time" : "view not complete"}`,
      why,
      key: target.id ?? person,
    })),
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

function group<F extends Finding>(
  { id, title, icon }: { readonly id: string; readonly title: string; readonly icon: NodeIcon },
  findings: readonly F[],
  below?: (finding: F) => readonly TreeNode[],
): readonly TreeNode[] {
  if (findings.length === 0) return [];
  return [
    {
      id: `reconciliation/${id}`,
      label: title,
      description: counted(findings.length, "person", "people"),
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
          flags: ["person"],
          subject: { kind: "person", key: finding.key } satisfies PersonSubject,
          ...(below === undefined ? {} : { children: () => below(finding) }),
        })),
    },
  ];
}
