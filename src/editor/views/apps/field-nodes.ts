import type { App } from "../../../platforms/agave/answers/apps.ts";
import type { Host } from "../../host.ts";
import { openConnection } from "../../resources/open.ts";
import { sectionNode } from "../../resources/section.ts";
import { markdownText, type NodeIcon, type TreeNode } from "../../tree/node.ts";
import { agave } from "../agave/client.ts";
import { type AppResource, titleBeside } from "./app.ts";
import { choiceWords, fieldWords, presetText } from "./field-words.ts";
import { type AppField, type FieldList, type FieldType, fieldsOf } from "./fields.ts";

interface ListLook {
  readonly label: string;
  readonly one: string;
  readonly icon: string;
  readonly none: string;
}

const lists: Readonly<Record<FieldList, ListLook>> = {
  inputs: { label: "Inputs", one: "input", icon: "sign-in", none: "It takes no files" },
  parameters: { label: "Parameters", one: "parameter", icon: "settings", none: "It takes no parameters" },
  outputs: { label: "Outputs", one: "output", icon: "sign-out", none: "It does not say what it writes" },
};

const icons: Readonly<Record<FieldType, string>> = {
  file: "file",
  string: "symbol-string",
  number: "symbol-numeric",
  bool: "symbol-boolean",
  flag: "symbol-boolean",
  enumeration: "symbol-enum",
};

/** What an app takes or gives, read when it is opened. */
export function fieldsNode(
  host: Host,
  ownerId: string,
  { connection, id }: Pick<AppResource, "connection" | "id">,
  list: FieldList,
): TreeNode {
  const { label, icon, none } = lists[list];
  return sectionNode(ownerId, {
    name: list,
    label,
    icon: { id: icon },
    noun: "appFields",
    none,
    load: async (signal) => {
      const app = await readApp(host, connection, id, signal);
      return fieldsOf(app, list).map((field) => fieldNode(`${ownerId}/${list}`, field));
    },
  });
}

/** An app with all that is known of it. */
export async function readApp(
  host: Host,
  connection: string,
  appId: string,
  signal?: AbortSignal,
): Promise<App> {
  const opened = await openConnection(host.sessions, connection);
  return agave(opened).call("apps.get", { appId }, signal ? { signal } : {});
}

function fieldNode(ownerId: string, field: AppField): TreeNode {
  const { list, id, label, required, visible } = field;
  const { one } = lists[list];
  return {
    id: `${ownerId}/${id}`,
    label: id,
    description: [titleBeside(id, label), ...fieldWords(field)].filter(Boolean).join(" · "),
    tooltip: tooltip(field),
    icon: iconOf(field),
    noun: "appField",
    flags: [...(required ? ["required"] : []), ...(visible ? [] : ["fixed"])],
    spoken: one,
  };
}

function iconOf({ type, visible }: AppField): NodeIcon {
  return { id: visible ? icons[type] : "lock" };
}

function tooltip(field: AppField): string {
  const { id, label, description, preset, choices, validator } = field;
  const rows = [
    ["id", id],
    ["takes", fieldWords(field)[0]],
    ["default", preset === undefined ? undefined : presetText(preset)],
    ["has to match", validator],
    ...choices
      .filter((choice) => choice.label !== choice.value)
      .map((choice) => [choiceWords({ choices: [choice] }), choice.label]),
  ].filter((row): row is [string, string] => Boolean(row[1]));
  const table = rows.map(([name, value]) => `- ${markdownText(name)}: ${markdownText(value)}`).join("\n");
  return [`**${markdownText(label ?? id)}**`, markdownText(description ?? ""), table]
    .filter(Boolean)
    .join("\n\n");
}
