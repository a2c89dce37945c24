import { type ResourceViewName, resourceViewNames } from "../../resources/catalogue.ts";
import type { CommandTable } from "../command.ts";

/** What every view of resources has in its title: filter, sort and group. */
export const viewCommands: CommandTable = Object.assign({}, ...resourceViewNames.map(ownCommands));

function ownCommands(view: ResourceViewName): CommandTable {
  const name = `${view[0]?.toUpperCase()}${view.slice(1)}`;
  return {
    [`rollcall.filter${name}`]: async () => {
      const { askFilter } = await import("../../resources/filter.ts");
      return { run: (host) => askFilter(host, view) };
    },
    [`rollcall.clear${name}Filter`]: async () => {
      const { applyFilter } = await import("../../resources/filter.ts");
      return { run: (host) => applyFilter(host, view, undefined) };
    },
    [`rollcall.arrange${name}`]: async () => {
      const { askArrangement } = await import("../../resources/arrange.ts");
      return { run: (host) => askArrangement(host, view) };
    },
  };
}
