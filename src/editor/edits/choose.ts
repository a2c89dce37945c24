import { givenHandle } from "../commands/given.ts";
import type { Host } from "../host.ts";
import type { MetadataSubject } from "../metadata/subjects.ts";
import type { NotificationSubject } from "../notifications/subjects.ts";
import { chooseAnyResources } from "../resources/choose-any.ts";
import type { NodeSubject } from "../tree/node.ts";
import type { ActorStateSubject } from "../views/actors/subjects.ts";
import type { EditReference } from "./editable.ts";

/** Something that is to be edited, and what its tab says. */
interface ChosenEdit {
  readonly reference: EditReference;
  readonly name: string;
}

type Part = MetadataSubject | NotificationSubject | ActorStateSubject;

/** The parts of resources that can be edited, by the kinds of their items. */
const parts: {
  readonly [Kind in Part["kind"]]: (subject: Extract<Part, { readonly kind: Kind }>) => ChosenEdit;
} = {
  metadata: ({ connection, id, name }) => ({ reference: { kind: "metadata", connection, id }, name }),
  notification: ({ connection, id, name }) => ({
    reference: { kind: "notification", connection, id },
    name: `notification of ${name}`,
  }),
  actorState: ({ connection, actor, name }) => ({
    reference: { kind: "actorState", connection, id: actor },
    name: `state of ${name}`,
  }),
};

/** What a command was run on, or a resource that the person picks; undefined where it is nothing that can be edited. */
export async function chosenEdit(host: Host, given: readonly unknown[]): Promise<ChosenEdit | undefined> {
  const subject = givenHandle(given)?.node.subject;
  if (subject !== undefined && subject.kind in parts) return partOf(subject);
  const [resource] = await chooseAnyResources(host, given, "Edit as JSON");
  if (resource === undefined) return undefined;
  const { view, connection, id, name } = resource;
  const { edit, many } = await host.resources[view].kind();
  if (edit !== undefined) return { reference: { kind: edit, connection, id }, name };
  const message = `The platform lets nothing of ${many} be edited.`;
  await host.ask.offer({ id: "fixed", level: "information", message, actions: [] });
  return undefined;
}

function partOf(subject: NodeSubject): ChosenEdit {
  const of = parts[subject.kind as Part["kind"]] as (subject: NodeSubject) => ChosenEdit;
  return of(subject);
}
