import type { Nonce, Worker } from "../../../platforms/agave/answers/actors.ts";
import type { Host } from "../../host.ts";
import { openConnection } from "../../resources/open.ts";
import { sectionNode } from "../../resources/section.ts";
import { markdownText, type TreeNode } from "../../tree/node.ts";
import { agave } from "../agave/client.ts";
import { momentText } from "../jobs/times.ts";
import type { ActorPlace } from "./executions.ts";
import { statusLook } from "./status.ts";
import type { ActorSectionSubject, ActorStateSubject, NonceSubject, WorkerSubject } from "./subjects.ts";

/** How many messages wait for an actor. */
export function messagesNode(host: Host, ownerId: string, place: ActorPlace): TreeNode {
  const subject: ActorSectionSubject = { kind: "messages", ...place };
  return sectionNode(ownerId, {
    name: "messages",
    label: "Messages",
    icon: { id: "mail" },
    noun: "messages",
    subject,
    none: "No message waits",
    async load(signal) {
      const client = agave(await openConnection(host.sessions, place.connection));
      const { messages } = await client.call("actors.getMessages", { actorId: place.actor }, { signal });
      if (messages === 0) return [];
      const label = messages === 1 ? "1 message waits" : `${messages.toLocaleString("en")} messages wait`;
      return [{ id: `${ownerId}/messages/waiting`, label, icon: { id: "mail" }, noun: "waiting" }];
    },
  });
}

/** The state that an actor keeps. It opens as a document. */
export function stateNode(ownerId: string, place: ActorPlace): TreeNode {
  const subject: ActorStateSubject = { kind: "actorState", ...place };
  return {
    id: `${ownerId}/state`,
    label: "State",
    description: "select to edit",
    icon: { id: "database" },
    noun: "actorState",
    flags: ["editable"],
    spoken: "state of the actor",
    command: { id: "rollcall.edit", title: "Edit as JSON…" },
    subject,
  };
}

/** What an actor runs in. */
export function workersNode(host: Host, ownerId: string, place: ActorPlace): TreeNode {
  const subject: ActorSectionSubject = { kind: "workers", ...place };
  return sectionNode(ownerId, {
    name: "workers",
    label: "Workers",
    icon: { id: "server-process" },
    noun: "workers",
    subject,
    none: "No workers",
    async load(signal) {
      const client = agave(await openConnection(host.sessions, place.connection));
      const workers = await client.call("actors.listWorkers", { actorId: place.actor }, { signal });
      return workers.map((worker) => workerNode(`${ownerId}/workers`, place, worker));
    },
  });
}

function workerNode(ownerId: string, place: ActorPlace, worker: Worker): TreeNode {
  const look = statusLook(worker.status);
  const subject: WorkerSubject = { kind: "worker", ...place, worker };
  return {
    id: `${ownerId}/${worker.id}`,
    label: worker.id,
    description: [look.text, worker.image].filter(Boolean).join(" · "),
    icon: look.icon,
    noun: "worker",
    spoken: "worker",
    subject,
  };
}

/** Keys with which an actor can be used without signing in. They are as good as passwords, so that only their ends are shown. */
export function noncesNode(host: Host, ownerId: string, place: ActorPlace): TreeNode {
  const subject: ActorSectionSubject = { kind: "nonces", ...place };
  return sectionNode(ownerId, {
    name: "nonces",
    label: "Nonces",
    icon: { id: "key" },
    noun: "nonces",
    subject,
    none: "No nonces",
    async load(signal) {
      const client = agave(await openConnection(host.sessions, place.connection));
      const nonces = await client.call("actors.listNonces", { actorId: place.actor }, { signal });
      return nonces.map((nonce, index) => nonceNode(`${ownerId}/nonces/${index}`, place, nonce));
    },
  });
}

function nonceNode(id: string, place: ActorPlace, nonce: Nonce): TreeNode {
  const { level, maxUses, remainingUses, currentUses, owner, lastUseTime } = nonce;
  const subject: NonceSubject = { kind: "nonce", ...place, nonce };
  const left =
    maxUses === -1 || maxUses === undefined
      ? "no end"
      : `${remainingUses ?? maxUses} of ${maxUses} uses left`;
  const rows = [
    ["owner", owner],
    ["uses so far", currentUses],
    ["last use", lastUseTime && momentText(lastUseTime)],
    ["created", nonce.createTime && momentText(nonce.createTime)],
  ].filter(([, value]) => value !== undefined && value !== "None");
  return {
    id,
    label: nonceLabel(nonce),
    description: [level, left].filter(Boolean).join(" · "),
    tooltip: rows.map(([label, value]) => `- ${label}: ${markdownText(String(value))}`).join("\n"),
    icon: { id: "key" },
    noun: "nonce",
    spoken: "nonce",
    subject,
  };
}

/** What is shown of a nonce: its last characters. */
export function nonceLabel({ id }: Nonce): string {
  return `…${id.slice(-4)}`;
}
