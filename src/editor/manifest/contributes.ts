import { accountsProvider } from "../identifiers.ts";
import { itemClause, titleClause } from "./clauses.ts";
import { commandDeclarations } from "./commands.ts";
import type { CommandDeclaration } from "./declaration.ts";
import { views, welcomes } from "./views.ts";

interface MenuEntry {
  readonly command: string;
  readonly when: string;
  readonly group?: string;
}

type Menus = Readonly<Record<string, readonly MenuEntry[]>>;

/** What the manifest contributes of accounts, views, their welcome texts, commands and menus. */
export function contributions() {
  return {
    authentication: [accountsProvider],
    views: { rollcall: views() },
    viewsWelcome: welcomes(),
    commands: commandDeclarations.map(command),
    menus: menus(),
  };
}

/** The editor's id of a command. */
function idOf({ name }: CommandDeclaration): string {
  return `rollcall.${name}`;
}

function command(declaration: CommandDeclaration) {
  const { title, shortTitle, icon, enablement } = declaration;
  return {
    command: idOf(declaration),
    title,
    ...(shortTitle === undefined ? {} : { shortTitle }),
    category: "Rollcall",
    icon: `$(${icon})`,
    ...(enablement === undefined ? {} : { enablement }),
  };
}

function menus(): Menus {
  const placed = commandDeclarations.flatMap(placesOf);
  const grouped = Map.groupBy(placed, ({ menu }) => menu);
  return Object.fromEntries([...grouped].map(([menu, places]) => [menu, places.map(({ entry }) => entry)]));
}

function placesOf(declaration: CommandDeclaration): readonly { menu: string; entry: MenuEntry }[] {
  const { palette, titles = [], items = [], menus: others = [] } = declaration;
  const id = idOf(declaration);
  return [
    ...(palette === undefined ? [] : [{ menu: "commandPalette", entry: { command: id, when: palette } }]),
    ...titles.map((place) => ({
      menu: "view/title",
      entry: { command: id, when: titleClause(place), group: place.group },
    })),
    ...items.flatMap((place) =>
      place.groups.map((group) => ({
        menu: "view/item/context",
        entry: { command: id, when: itemClause(place), group },
      })),
    ),
    ...others.map(({ menu, when, group }) => ({ menu, entry: { command: id, when, group } })),
  ];
}
