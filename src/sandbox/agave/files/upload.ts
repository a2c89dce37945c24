import type { Reply, SandboxRequest } from "../../server/message.ts";
import { propertiesOf, readContent } from "../content.ts";
import type { AgaveContext } from "../context.ts";
import { errorReply, successReply } from "../envelope.ts";
import { addNotification, readNotifications } from "../notifications/several.ts";
import type { Pace } from "../pace.ts";
import { decodePart, type Place } from "./place.ts";
import { logicalFileResource } from "./resources.ts";
import type { FetchSource } from "./source.ts";
import type { FileStore, LogicalFile } from "./store.ts";
import { joinPath, nameOf } from "./tree.ts";

interface UploadTools {
  readonly context: Pick<AgaveContext, "bus" | "notifications" | "ids" | "clock">;
  readonly store: FileStore;
  readonly pace: Pace;
  readonly fetchSource: FetchSource;
}

/**
 * Takes a file into the folder at a place: the part `fileToUpload`, or what is at the URL `urlToIngest`. The answer is
 * 202; the file is there only once it has been staged, which its history tells.
 */
export async function uploadTo(
  request: SandboxRequest,
  place: Place,
  username: string,
  tools: UploadTools,
): Promise<Reply> {
  const { system, tree, path: folder } = place;
  const content = await readContent(request);
  if ("fault" in content) return errorReply(request, 400, content.fault);
  const node = tree.get(folder);
  if (node === undefined) return errorReply(request, 404, `The folder does not exist: ${folder}`);
  if (node.type === "file") return errorReply(request, 400, `The destination is not a folder: ${folder}`);
  const { urlToIngest, fileName, notifications, callbackURL, callbackUrl } = propertiesOf(content.value);
  const wanted = readNotifications(notifications ?? callbackURL ?? callbackUrl);
  if ("fault" in wanted) return errorReply(request, 400, wanted.fault);
  const { file: uploaded } = content;
  const url = typeof urlToIngest === "string" && urlToIngest !== "" ? urlToIngest : undefined;
  const source = uploaded?.name ?? url;
  if (source === undefined) {
    return errorReply(
      request,
      400,
      "No file to upload and no URL to ingest: give fileToUpload or urlToIngest.",
    );
  }
  const given = typeof fileName === "string" ? fileName : "";
  const name = nameOf(joinPath("/", given || (uploaded ? uploaded.name : pathOfUrl(source))));
  if (name === "") return errorReply(request, 400, "The file has no name: give fileName.");

  const path = joinPath(folder, name);
  if (tree.get(path)?.type === "dir") return errorReply(request, 400, `A folder is at ${path} already.`);
  const owner = { systemId: system.id, path, owner: username };
  const file = tools.store.record(owner, {
    status: "STAGING_QUEUED",
    description: "File/folder queued for staging",
    source,
  });
  for (const each of wanted.requests) {
    addNotification(tools.context, { ...each, associatedUuid: file.uuid }, username);
  }
  stage(request.origin, file, place, uploaded ? uploaded.bytes : tools.fetchSource(source, username), tools);
  return successReply(request, logicalFileResource(request.origin, file), 202);
}

/** Queued, then staging, then there, or failed where the source could not be had. */
function stage(
  origin: string,
  file: LogicalFile,
  { tree }: Place,
  source: Uint8Array | Promise<Uint8Array>,
  { store, pace, context: { bus } }: UploadTools,
): void {
  let arrived: Uint8Array | Error | undefined;
  Promise.resolve(source).then(
    (bytes) => {
      arrived = bytes;
    },
    (error: unknown) => {
      arrived = error instanceof Error ? error : new Error(String(error));
    },
  );
  let staging = false;
  const tell = (status: string, description: string): void => {
    bus.publish(file.uuid, status, logicalFileResource(origin, store.record(file, { status, description })));
  };
  pace.begin(`${file.uuid} ${file.history.length}`, () => {
    if (!staging) {
      staging = true;
      tell("STAGING", "Transfer in progress");
      return true;
    }
    if (arrived === undefined) return true;
    if (arrived instanceof Error) tell("STAGING_FAILED", `Staging failed: ${arrived.message}`);
    else {
      tree.write(file.path, arrived);
      tell("STAGING_COMPLETED", "Staging completed successfully");
    }
    return false;
  });
}

function pathOfUrl(text: string): string {
  return URL.canParse(text) ? decodePart(new URL(text).pathname) : text;
}
