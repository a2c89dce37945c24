import type { Host } from "../host.ts";
import { agaveUrl, type RemotePath } from "../remote-files/path.ts";
import { back } from "../ui/ask.ts";
import type { AppField } from "../views/apps/fields.ts";
import { askSystem, systemsOf } from "../views/apps/systems.ts";
import { chooseBelow } from "../views/systems/choose-files.ts";
import { askFieldText, type FieldQuestion, keyOf, promptOf } from "./field-question.ts";
import { textOfValue } from "./field-text.ts";

/** Asks for the files of a field: those that it has already, ones that are found on the systems, or an address that is typed. */
export async function askFiles(
  host: Host,
  connection: string,
  field: AppField,
  question: FieldQuestion,
): Promise<string | typeof back | undefined> {
  const { title, step, value } = question;
  const present = textOfValue(value);
  const several = field.most > 1 && present !== "";
  for (;;) {
    const answer = await host.ask.pick({
      id: keyOf(field),
      title,
      ...(step === undefined ? {} : { step }),
      placeholder: promptOf(field),
      choices: [
        ...(present === "" ? [] : [{ id: "present", label: present, description: "as it is now" }]),
        {
          id: "browse",
          label: several ? "Choose another file on a system…" : "Choose a file on a system…",
          icon: "folder-opened",
        },
        { id: "type", label: "Type an address…", icon: "edit" },
        ...(field.required || present === "" ? [] : [{ id: "none", label: "Leave it out", icon: "close" }]),
      ],
    });
    if (answer === undefined || answer === back) return answer;
    if (answer === "present") return present;
    if (answer === "none") return "";
    const given =
      answer === "browse"
        ? await browse(host, connection, title)
        : await askFieldText(host, field, { title, value });
    if (typeof given !== "string") continue;
    return several && answer === "browse" ? `${present}; ${given}` : given;
  }
}

/** The address of a file or folder that the person finds by going down from a system. */
async function browse(host: Host, connection: string, title: string): Promise<string | undefined> {
  const systems = await systemsOf(host, connection);
  const system = await askSystem(host, systems, {
    id: "system",
    title,
    prompt: "On which system is it?",
    value: "",
  });
  if (typeof system !== "string") return undefined;
  const home: RemotePath = { connection, system, base: "home", names: [] };
  const chosen = await chooseBelow(host, title, "item", home);
  return chosen && agaveUrl(chosen.path);
}
