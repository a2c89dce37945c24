import * as v from "valibot";
import { closed } from "../closed.ts";
import { tabStop } from "../snippet.ts";

const text = (description: string, ...examples: readonly string[]) =>
  v.pipe(
    v.string(),
    v.nonEmpty("must not be empty."),
    v.metadata({ description, ...(examples.length > 0 && { examples: [...examples] }) }),
  );

const pairs = (description: string, label: string) =>
  v.optional(
    v.pipe(
      v.array(
        v.pipe(
          closed({
            target: text("Id of the account in the target."),
            source: text("The connection of the other account: one of the sources.", "okeanos"),
            id: text("Id of the account there."),
            note: v.optional(
              v.pipe(
                v.string(),
                v.description("Why, for whoever reads this later. Plans and explanations show it."),
              ),
            ),
          }),
          v.metadata({
            description: "An account of the target and one of a source.",
            defaultSnippets: [
              {
                label,
                body: {
                  target: tabStop(1, "id in the target"),
                  source: tabStop(2, "okeanos"),
                  id: tabStop(3, "id in the source"),
                  note: tabStop(4, "why"),
                },
              },
            ],
          }),
        ),
      ),
      v.description(description),
    ),
  );

/** rollcall.links.jsonc, as it is written. */
export const linksSchema = v.pipe(
  closed({
    $schema: v.optional(
      v.pipe(v.string(), v.description("A JSON schema for editors. Rollcall itself ignores it.")),
    ),
    links: pairs(
      "Accounts that belong together: stronger than remembered links and match rules.",
      "belong together",
    ),
    apart: pairs("Accounts that do not belong together: never joined, whatever the rules find.", "apart"),
  }),
  v.title("Rollcall links"),
);
