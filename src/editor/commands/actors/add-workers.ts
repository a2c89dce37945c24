import type { Host } from "../../host.ts";
import { openConnection } from "../../resources/open.ts";
import { back } from "../../ui/ask.ts";
import { withProgress } from "../../ui/progress.ts";
import { chooseActor } from "../../views/actors/choose.ts";
import { followWorkers } from "../../views/actors/follow.ts";
import { showSection } from "../../views/actors/show.ts";
import { agave } from "../../views/agave/client.ts";

const title = "Add Workers";

/** Asks how many workers an actor should have at least, has them started, and follows them. */
export async function run(host: Host, ...given: readonly unknown[]): Promise<void> {
  const place = await chooseActor(host, given, title);
  if (place === undefined) return;
  const answer = await host.ask.input({
    id: "number",
    title,
    prompt: `How many workers should ${place.name} have at least?`,
    value: "1",
    validate: (text) =>
      /^[1-9]\d{0,2}$/.test(text.trim()) ? undefined : { message: "A whole number from 1 to 999 is needed." },
  });
  if (answer === undefined || answer === back) return;
  const client = agave(await openConnection(host.sessions, place.connection));
  try {
    await withProgress(`adding workers to ${place.name}`, ({ signal }) =>
      client.call("actors.addWorker", { actorId: place.actor, body: { num: Number(answer) } }, { signal }),
    );
    followWorkers(host, place);
  } finally {
    await showSection(host, place, "workers");
  }
}
