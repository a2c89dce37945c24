import type { ViewName } from "../view-names.ts";

/** A command of the manifest and every place that shows it. */
export interface CommandDeclaration {
  /** Its id without `rollcall.`. */
  readonly name: string;
  readonly title: string;
  /** What a view's title says of it, where that is shorter. */
  readonly shortTitle?: string;
  /** A codicon's name. */
  readonly icon: string;
  /** A `when` clause. Elsewhere the command is greyed out, and the palette does not have it. */
  readonly enablement?: string;
  /** When the palette has it, where that is not always when it is enabled. */
  readonly palette?: string;
  /** Places in the titles of views. */
  readonly titles?: readonly TitlePlace[];
  /** Places in the menus of items. */
  readonly items?: readonly ItemPlace[];
  /** Places in other menus. */
  readonly menus?: readonly MenuPlace[];
}

/** A place in the titles of views. */
export interface TitlePlace {
  readonly in: ViewName | readonly ViewName[];
  readonly when?: string;
  /** `navigation@1` is an icon; other groups are in the menu behind the dots. */
  readonly group: string;
}

/** A place in the menus of items. */
export interface ItemPlace {
  /**
   * Which items: `noun|noun +flag +flag` has one of the nouns and all of the flags. Without nouns, items of any noun; several texts
   * are alternatives.
   */
  readonly on: string | readonly string[];
  /** `inline@1` is an icon beside the item; other groups are in its context menu. */
  readonly groups: readonly string[];
}

/** A place in a menu of the editor, such as `editor/title`. */
export interface MenuPlace {
  readonly menu: string;
  readonly when: string;
  readonly group: string;
}
