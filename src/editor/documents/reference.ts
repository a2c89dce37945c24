import * as vscode from "vscode";
import type { EditReference } from "../edits/editable.ts";
import { documentScheme } from "../identifiers.ts";
import type { Problem } from "../problem.ts";
import type { ResourceViewName } from "../resources/catalogue.ts";

/** What a read-only document shows. It stands in the document's address, so that the text can be made again. */
export type DocumentReference =
  | { readonly kind: "account"; readonly connection: string; readonly id: string }
  | {
      readonly kind: "change";
      readonly plan: string;
      readonly change: string;
      readonly side: "before" | "after";
    }
  /** Accounts of the plan in hand side by side; with `only`, the one at that position alone. */
  | {
      readonly kind: "comparison";
      readonly accounts: readonly { readonly connection: string; readonly id: string }[];
      readonly only?: number;
    }
  | {
      readonly kind: "content";
      /** A name of `contents`. */
      readonly content: string;
      readonly connection: string;
      readonly id: readonly string[];
      /** What the tab says; its ending gives the language. */
      readonly title: string;
    }
  /** What of something can be edited, as it is now. */
  | { readonly kind: "edit"; readonly edit: EditReference }
  | { readonly kind: "explanation"; readonly key: string }
  /** A comparison of snapshots or plans, as it was when it was asked for. */
  | { readonly kind: "difference"; readonly title: string }
  /** All that is known of whoever carries a key. */
  | { readonly kind: "person"; readonly key: string }
  /** The accounts of a connection that a filter holds for, or those that it does not hold for. */
  | {
      readonly kind: "matches";
      readonly connection: string;
      readonly filter: string;
      readonly holds: boolean;
    }
  | { readonly kind: "plan"; readonly plan: string }
  | { readonly kind: "probe"; readonly connection: string; readonly at: string }
  | { readonly kind: "problem"; readonly problem: Problem }
  | {
      readonly kind: "resource";
      readonly view: ResourceViewName;
      readonly connection: string;
      readonly id: string;
    }
  /** How a run ended, as a page. */
  | { readonly kind: "report"; readonly run: string }
  | { readonly kind: "run"; readonly run: string }
  | { readonly kind: "text"; readonly text: string; readonly title?: string };

/** The address of a document. `name` is what its tab says. */
export function documentUri(reference: DocumentReference, name: string): vscode.Uri {
  const path = `/${name.replaceAll(/[\\/?#]/g, "_")}`;
  return vscode.Uri.from({ scheme: documentScheme, path, query: JSON.stringify(reference) });
}

/** What the document at an address shows. */
export function documentReference(uri: vscode.Uri): DocumentReference {
  return JSON.parse(uri.query) as DocumentReference;
}
