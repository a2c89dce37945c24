import { foldString } from "../../filter/fold.ts";
import { compareText } from "../order.ts";
import type { Person } from "../person.ts";
import type { Belonging, BelongingsReading } from "./belongings.ts";
import type { Attributed } from "./leaver.ts";

/** Shorter user names are found in too many texts by chance. */
const shortestName = 3;

/** What carries a person's e-mail address or user name as a whole word, with the reason. */
export function attributedTo(
  person: Person,
  kind: Belonging["kind"],
  readings: readonly BelongingsReading[],
): readonly Attributed[] {
  const signs = signsOf(person);
  return readings
    .flatMap(({ connection, belongings }) =>
      belongings
        .filter((belonging) => belonging.kind === kind)
        .flatMap((belonging): readonly Attributed[] => {
          const why = whyTheirs(belonging, signs);
          return why === undefined ? [] : [{ connection, id: belonging.id, label: belonging.label, why }];
        }),
    )
    .toSorted((a, b) => compareText(a.connection, b.connection) || compareText(a.id, b.id));
}

interface Signs {
  readonly emails: readonly string[];
  readonly userNames: readonly string[];
}

function signsOf({ target, members, lost }: Person): Signs {
  const accounts = [...(target ? [target] : []), ...members.map((member) => member.account)];
  const emails = accounts.flatMap((account) => account.emails);
  const userNames = [...accounts.map(({ userName }) => userName ?? ""), ...lost.map(({ id }) => id)];
  return {
    emails: [...new Set(emails)],
    userNames: [...new Set(userNames)].filter((name) => name.length >= shortestName),
  };
}

function whyTheirs({ emails, texts }: Belonging, signs: Signs): string | undefined {
  const carried = signs.emails.find((email) => emails.some((each) => foldString(each) === foldString(email)));
  if (carried !== undefined) return `Carries their e-mail address ${carried}.`;
  const named = signs.emails.find((email) => texts.some((text) => holdsWord(text, email)));
  if (named !== undefined) return `Names their e-mail address ${named}.`;
  const name = signs.userNames.find((each) => texts.some((text) => holdsWord(text, each)));
  return name === undefined ? undefined : `Names their user name ${name}.`;
}

const wordCharacter = /[\p{L}\p{N}]/u;

/** Whether a text holds a word between characters that are no letters or digits, compared without case. */
function holdsWord(text: string, word: string): boolean {
  const [folded, wanted] = [foldString(text), foldString(word)];
  for (let at = folded.indexOf(wanted); at >= 0; at = folded.indexOf(wanted, at + 1)) {
    const before = folded.slice(0, at).at(-1) ?? "";
    const after = folded.slice(at + wanted.length).at(0) ?? "";
    if (!wordCharacter.test(before) && !wordCharacter.test(after)) return true;
  }
  return false;
}
