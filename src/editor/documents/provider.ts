import * as vscode from "vscode";
import type { Host } from "../host.ts";
import { documentScheme } from "../identifiers.ts";
import { takeText } from "./prepared.ts";
import { documentReference } from "./reference.ts";
import { renewed } from "./renewed.ts";

/** Serves the read-only documents. The texts are rendered when a document is opened, when what it shows has changed, and when the window is loaded again. */
export function registerDocuments(host: Host): vscode.Disposable {
  return vscode.workspace.registerTextDocumentContentProvider(documentScheme, {
    onDidChange: renewed.event,
    async provideTextDocumentContent(uri) {
      const prepared = takeText(uri);
      if (prepared !== undefined) return prepared;
      const reference = documentReference(uri);
      if (reference.kind === "edit") {
        const { editableText } = await import("../edits/save.ts");
        return editableText(host, reference.edit);
      }
      const { renderDocument } = await import("./render.ts");
      return renderDocument(host, reference);
    },
  });
}
