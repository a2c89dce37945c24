import { givenHandle } from "../commands/given.ts";
import type { Host } from "../host.ts";
import { type FailureSubject, isFailure } from "./failure.ts";
import type { Handle } from "./handle.ts";

/** An error item with what it stands for. */
export interface ChosenFailure {
  readonly handle: Handle;
  readonly subject: FailureSubject;
}

/** The error item that a command was run on, or one of those in the views that the person picks. */
export async function chooseFailure(
  host: Host,
  given: readonly unknown[],
  title: string,
): Promise<ChosenFailure | undefined> {
  const handle = givenHandle(given) ?? (await pickFailure(host, title));
  if (handle === undefined || !isFailure(handle.node)) return undefined;
  return { handle, subject: handle.node.subject as FailureSubject };
}

async function pickFailure(host: Host, title: string): Promise<Handle | undefined> {
  const failures = [...host.views.values()].flatMap(({ tree }) =>
    tree.known().filter(({ node }) => isFailure(node)),
  );
  if (failures.length === 0) {
    const message = "No view shows an error.";
    await host.ask.offer({ id: "none", level: "information", message, actions: [] });
    return undefined;
  }
  const choices = failures.map(({ node, view, parent }, index) => ({
    id: String(index),
    label: node.label,
    description: [view.slice("rollcall.".length), parent?.node.label].join(" · "),
    icon: "error",
  }));
  const answer = await host.ask.pick({ id: "failure", title, placeholder: "Which one?", choices });
  return typeof answer === "string" ? failures[Number(answer)] : undefined;
}
