import type { System } from "../../../platforms/agave/answers/systems.ts";
import type { Host } from "../../host.ts";
import { chooseResources } from "../../resources/choose.ts";
import { type ManageAction, manageResources } from "../../resources/manage.ts";
import type { Resource } from "../../resources/resource.ts";

interface SystemAction extends ManageAction {
  readonly title: string;
  /** Which systems it can be done with, and what to say where there is none. */
  readonly eligible: { readonly test: (system: Resource<System>) => boolean; readonly none: string };
}

/** What can be done with a system by a word of the platform's. */
export const systemActions = {
  publish: {
    action: "publish",
    title: "Publish System",
    verb: "Publish",
    doing: "publishing",
    done: "published",
    consequence: "Everybody can use it then. Only administrators can do this.",
    eligible: { test: ({ data }) => data.public !== true, none: "Every system is public already." },
  },
  unpublish: {
    action: "unpublish",
    title: "Unpublish System",
    verb: "Unpublish",
    doing: "unpublishing",
    done: "unpublished",
    consequence: "Only those who have a role on it can use it then.",
    eligible: { test: ({ data }) => data.public === true, none: "No system is public." },
  },
  setDefault: {
    action: "setDefault",
    title: "Set Default System",
    verb: "Make the Default",
    doing: "making the default",
    done: "made the default",
    consequence: "It takes the place of your present default system of its type.",
    eligible: { test: ({ data }) => data.default !== true, none: "Every system is a default already." },
  },
  unsetDefault: {
    action: "unsetDefault",
    title: "Unset Default System",
    verb: "Unset as Default",
    doing: "unsetting as default",
    done: "unset as default",
    consequence: "The tenant's default is yours again then.",
    eligible: { test: ({ data }) => data.default === true, none: "No system is a default." },
  },
  setGlobalDefault: {
    action: "setGlobalDefault",
    title: "Set Default System of All",
    verb: "Make the Default of All",
    doing: "making the default of all",
    done: "made the default of all",
    consequence: "Everybody of the tenant has it as the default then. Only administrators can do this.",
    eligible: {
      test: ({ data }) => data.public === true,
      none: "Only public systems can be everybody's default.",
    },
  },
  unsetGlobalDefault: {
    action: "unsetGlobalDefault",
    title: "Unset Default System of All",
    verb: "Unset as Default of All",
    doing: "unsetting as default of all",
    done: "unset as default of all",
    consequence: "The tenant has no default of its type then. Only administrators can do this.",
    eligible: {
      test: ({ data }) => data.public === true,
      none: "Only public systems can be everybody's default.",
    },
  },
  enable: {
    action: "enable",
    title: "Enable System",
    verb: "Enable",
    doing: "enabling",
    done: "enabled",
    consequence: "Files and jobs work on it again.",
    eligible: { test: ({ data }) => data.available === false, none: "No system is disabled." },
  },
  disable: {
    action: "disable",
    title: "Disable System",
    verb: "Disable",
    doing: "disabling",
    done: "disabled",
    consequence: "No files and jobs work on it until it is enabled.",
    eligible: { test: ({ data }) => data.available !== false, none: "Every system is disabled already." },
  },
  erase: {
    action: "erase",
    title: "Erase System",
    verb: "Erase",
    doing: "erasing",
    done: "erased",
    consequence: "It is gone for good, with its roles and credentials. Only administrators can do this.",
    eligible: { test: () => true, none: "There is no system." },
  },
} as const satisfies Readonly<Record<string, SystemAction>>;

export type SystemActionName = keyof typeof systemActions;

/** Does an action with the selected systems. */
export async function manageSystems(
  host: Host,
  given: readonly unknown[],
  name: SystemActionName,
): Promise<void> {
  const { title, eligible, ...action } = systemActions[name] as SystemAction;
  const systems = await chooseResources<System>(host, given, "systems", { title, eligible });
  await manageResources(
    host,
    systems,
    { operation: "systems.manage", by: "systemId", one: "system" },
    action,
  );
}
