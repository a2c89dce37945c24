import type { RunSummary } from "../../../reconcile/report.ts";
import type { Session } from "../../../session/types.ts";
import { givenSubject } from "../../commands/given.ts";
import type { Host } from "../../host.ts";
import { runText } from "./run-nodes.ts";
import type { RunSubject } from "./subjects.ts";
import { instantText } from "./words.ts";

interface Choosing {
  /** The command's title, without dots. */
  readonly title: string;
  /** Which runs it can be done with. */
  readonly fits: (run: RunSummary) => boolean;
  /** What to say where there is none. */
  readonly none: string;
}

const atOnce = 50;
const more = "more";

/** The id of the run that a command was run on or given, or of one that the person picks; undefined where none is picked. */
export async function chooseRun(
  host: Host,
  given: readonly unknown[],
  { title, fits, none }: Choosing,
): Promise<string | undefined> {
  const [first] = given;
  const run = typeof first === "string" ? first : givenSubject<RunSubject>(given, "run")?.run;
  if (run !== undefined) return run;
  const session = await host.sessions.get();
  for (let most = atOnce; ; most += atOnce) {
    const choices = choicesAmong(session, most, fits);
    if (choices.length === 0) {
      await host.ask.offer({ id: "noRun", level: "information", message: none, actions: [] });
      return undefined;
    }
    const answer = await host.ask.pick({ id: "run", title, placeholder: "Which run?", choices });
    if (answer !== more) return typeof answer === "string" ? answer : undefined;
  }
}

function choicesAmong(session: Session, most: number, fits: Choosing["fits"]) {
  const runs = session.runs({ most, changing: true });
  const choices = runs.filter(fits).map((run) => ({
    id: run.id,
    label: instantText(run.startedAt),
    description: `${run.target} · ${runText(run)}`,
    detail: run.id,
    icon: "history",
  }));
  const rest = session.countRuns() - runs.length;
  if (rest <= 0) return choices;
  return [
    ...choices,
    { id: more, label: "Show more", description: `${rest.toLocaleString("en")} older`, icon: "ellipsis" },
  ];
}
