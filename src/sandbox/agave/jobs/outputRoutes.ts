import type { Reply, SandboxRequest } from "../../server/message.ts";
import type { Route } from "../../server/router.ts";
import type { AgaveContext } from "../context.ts";
import { errorReply } from "../envelope.ts";
import { downloadFile } from "../files/download.ts";
import { listPlace } from "../files/listing.ts";
import { createPlaces, decodePart, type Place } from "../files/place.ts";
import { joinPath } from "../files/tree.ts";
import type { JobAccess } from "./access.ts";
import { outputFolder } from "./outputs.ts";

type OutputHandler = (request: SandboxRequest, place: Place, username: string) => Reply;

/** The operations on the output of jobs. Who may not see a job is told so with 401. */
export function outputRoutes(context: AgaveContext, access: JobAccess, look: (id: string) => void): Route[] {
  const { gate, files } = context;
  const places = createPlaces(context, files);

  const withOutput = (handle: OutputHandler): Route["handle"] =>
    gate.signedIn((request, username, { jobId = "", path = "" }) => {
      look(jobId);
      const found = access.find(request, username, jobId, "read", { refused: 401 });
      if ("reply" in found) return found.reply;
      const folder = outputFolder(context, found.job);
      if (folder?.tree.get(folder.path) === undefined) {
        return errorReply(request, 404, `Job ${jobId} has no output yet: it is ${found.job.status}.`);
      }
      const within = joinPath("/", decodePart(path));
      return handle(request, { ...folder, path: joinPath(folder.path, within) }, username);
    });

  const listing = withOutput((request, place, username) =>
    listPlace(request, place, username, places, { namesItself: false }),
  );
  const media = withOutput((request, { tree, path }) => downloadFile(request, tree, path));
  const outputs = "/jobs/v2/{jobId}/outputs";
  return [
    { method: "GET", path: `${outputs}/listings/{path*}`, handle: listing },
    { method: "GET", path: `${outputs}/media/{path*}`, handle: media },
    { method: "HEAD", path: `${outputs}/media/{path*}`, handle: media },
  ];
}
