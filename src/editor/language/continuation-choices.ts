import type { AttributeSchema } from "../../filter/attributes.ts";
import { continuationsOf } from "../../filter/language/continuations.ts";
import type { Choice } from "../ui/ask.ts";

/** How a filter that is being typed into a question can go on. */
export function continuationChoices(text: string, schema: AttributeSchema): readonly Choice[] {
  return continuationsOf(text, schema).map((continuation) => ({
    id: continuation.text,
    label: continuation.label,
    description: continuation.detail,
    icon: "chevron-right",
    group: "Continue With",
  }));
}
