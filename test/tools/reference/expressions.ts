import { longestText } from "../../../src/identity/mapping/evaluate.ts";
import {
  type FunctionName,
  functionNames,
  mappingFunctions,
  signatureOf,
} from "../../../src/identity/mapping/functions.ts";
import { deepestExpression, longestExpression } from "../../../src/identity/mapping/parse.ts";

/** The page on mapping expressions, made from the table of functions. */
export function expressionsPage(): string {
  return `${[
    "# Mapping expressions",
    'What a `set` rule sets comes from an attribute of a source, `tacc.fullName`, or from an expression. A text in `from` is an expression where it has a parenthesis or a double quote. In JSON a double quote is written `\\"`:',
    [
      "```jsonc",
      '{ "attribute": "displayName", "from": "join(\\" \\", tacc.firstName, tacc.lastName)" }',
      "```",
    ].join("\n"),
    "`rollcall map` tries one on lines of made-up people:",
    [
      "```sh",
      `echo '{"tacc":{"firstName":"Ana","lastName":"Silva"}}' | node dist/cli.js map 'join(" ", tacc.firstName, tacc.lastName)'`,
      "```",
    ].join("\n"),
    [
      "| Part | What it gives |",
      "| --- | --- |",
      "| `connection.attribute` | the first value of that attribute of the person's account there; no value where there is no account or the attribute is empty |",
      '| `"text"` | the text, with the escapes of JSON |',
      "| `function(…)` | what the function makes of its arguments |",
      "| a whole number | only where a function takes one |",
    ].join("\n"),
    "An empty text is no value. A function has no value where an argument has none, unless its row says otherwise. Blanks at the ends of what an expression gives are dropped.",
    [
      "| Function | What it gives | For example |",
      "| --- | --- | --- |",
      ...functionNames.map((name) => row(name)),
    ].join("\n"),
    `An expression has at most ${count(longestExpression)} characters, and functions stand at most ${deepestExpression} deep in each other. No text that a function takes or gives may have more than ${count(longestText)} characters: where one would, nothing is set by that rule or a later one for the attribute, nobody is created without it, and the plan says so.`,
  ].join("\n\n")}\n`;
}

function row(name: FunctionName): string {
  const { help, examples } = mappingFunctions[name];
  const shown = examples.map(
    ([call, gives]) => `\`${call}\` ${gives === null ? "no value" : `\`${gives}\``}`,
  );
  return `| \`${signatureOf(name)}\` | ${help} | ${shown.join("<br>")} |`;
}

function count(value: number): string {
  return value.toLocaleString("en");
}
