import type { Pin } from "../../../identity/pin.ts";
import type { Dispute } from "../../../identity/plan.ts";
import type { Host } from "../../host.ts";
import { showSideBySide } from "../../links/compare.ts";
import { say } from "../../links/say.ts";
import { makePlan } from "../../operations/plan.ts";
import { disputeLabel } from "../../views/reconciliation/finding-nodes.ts";
import type { DisputeSubject } from "../../views/reconciliation/subjects.ts";
import { givenSubject } from "../given.ts";

type Candidate = Dispute["candidates"][number];

/** Shows the candidates of a dispute side by side, asks who belongs to whom, and writes the answer to the links file. */
export async function run(host: Host, ...given: readonly unknown[]): Promise<void> {
  const dispute = givenSubject<DisputeSubject>(given, "dispute")?.dispute ?? (await chooseDispute(host));
  const target = host.reconciliation.inHand?.planning.plan.target.connection;
  if (dispute === undefined || target === undefined) return;
  const users = dispute.candidates.filter(({ connection }) => connection === target);
  const sources = dispute.candidates.filter(({ connection }) => connection !== target);
  await showSideBySide(dispute.candidates);
  if (users.length === 0) {
    const message = `No account of ${target} is in this dispute, so that none can be pinned. Correct what the accounts share where they are managed.`;
    await host.ask.offer({ id: "unpinnable", level: "information", message, actions: [] });
    return;
  }
  const source = sources.length === 1 ? sources[0] : await chooseSource(host, sources);
  if (source === undefined) return;
  const answer = await chooseUser(host, source, users, target);
  if (answer === "none")
    await say(
      host,
      "apart",
      users.map((user) => pinOf(user, source)),
    );
  const user = users.find(({ id }) => answer === `belongs ${id}`);
  if (user !== undefined) await say(host, "links", [pinOf(user, source)]);
}

async function chooseDispute(host: Host): Promise<Dispute | undefined> {
  const plan = (host.reconciliation.inHand?.planning ?? (await makePlan(host)))?.plan;
  if (plan === undefined) return undefined;
  if (plan.disputes.length === 0) {
    const message = "There is nothing to settle: no accounts are in dispute.";
    await host.ask.offer({ id: "noDispute", level: "information", message, actions: [] });
    return undefined;
  }
  const answer = await host.ask.pick({
    id: "dispute",
    title: "Settle Dispute",
    placeholder: "Which one?",
    choices: plan.disputes.map((dispute) => ({
      id: dispute.id,
      label: disputeLabel(dispute),
      detail: dispute.why,
      icon: "question",
    })),
  });
  return plan.disputes.find(({ id }) => id === answer);
}

async function chooseSource(host: Host, sources: readonly Candidate[]): Promise<Candidate | undefined> {
  const answer = await host.ask.pick({
    id: "disputedSource",
    title: "Settle Dispute",
    placeholder: "Whose account is to be decided?",
    choices: sources.map((source, index) => ({
      id: String(index),
      label: source.label,
      description: `${source.connection} · ${source.id}`,
      icon: "account",
    })),
  });
  return typeof answer === "string" ? sources[Number(answer)] : undefined;
}

function chooseUser(host: Host, source: Candidate, users: readonly Candidate[], target: string) {
  return host.ask.pick({
    id: "settle",
    title: "Settle Dispute",
    placeholder: `Whom does ${source.connection} ${source.id} (${source.label}) belong to?`,
    choices: [
      ...users.map(({ id, label }) => ({
        id: `belongs ${id}`,
        label: `Belongs to ${label}`,
        description: `${target} · ${id}`,
        icon: "link",
      })),
      {
        id: "none",
        label: users.length > 1 ? "Belongs to none of them" : "Does not belong to this account",
        description: "kept apart",
        icon: "debug-disconnect",
      },
      { id: "later", label: "Not now", icon: "close" },
    ],
  });
}

function pinOf(user: Candidate, { connection, id }: Candidate): Pin {
  return { targetId: user.id, connection, id };
}
