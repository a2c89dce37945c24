import type { AppField, FieldType } from "./fields.ts";

/** What each type is called. */
export const typeWords: Readonly<Record<FieldType, string>> = {
  file: "file",
  string: "text",
  number: "number",
  bool: "yes or no",
  flag: "flag",
  enumeration: "one of several",
};

/** What an app says of a field, in words: `number · required · default 0.5`. */
export function fieldWords(field: AppField): readonly string[] {
  const { list, type, required, visible, preset, choices, validator } = field;
  return [
    type === "enumeration" && choices.length > 0 ? `one of ${choiceWords(field)}` : typeWords[type],
    ...(list === "outputs" ? [] : [required ? "required" : "optional"]),
    ...(visible ? [] : ["fixed by the app"]),
    ...(preset === undefined ? [] : [`default ${presetText(preset)}`]),
    ...countWords(field),
    ...(validator === undefined ? [] : [`has to match ${validator}`]),
  ];
}

/** The values of an enumeration in one line. */
export function choiceWords({ choices }: Pick<AppField, "choices">): string {
  return choices.map(({ value }) => (value === "" ? '""' : value)).join(", ");
}

/** A preset as people write it. */
export function presetText(preset: unknown): string {
  if (Array.isArray(preset)) return preset.map(String).join("; ");
  return typeof preset === "object" ? JSON.stringify(preset) : String(preset);
}

function countWords({ least, most, required }: AppField): readonly string[] {
  if (most === 1 && least <= 1) return [];
  if (most === Number.POSITIVE_INFINITY)
    return [least > 1 || (least === 1 && !required) ? `${least} or more values` : "any number of values"];
  return [least === most ? `${most} values` : `${least} to ${most} values`];
}
