import type { Download } from "../../../http/download.ts";
import type { Content } from "../../contents/content.ts";
import { agave } from "../agave/client.ts";

/** The most of a file that is shown in an editor, in bytes. */
const mostShown = 5_000_000;

/** What has happened to a job, as JSON. */
export const jobHistory: Content = {
  async read(opened, [jobId = ""], signal) {
    const events = await agave(opened).call("jobs.getHistory", { jobId }, signal ? { signal } : {});
    return `${JSON.stringify(events, null, 2)}\n`;
  },
};

/** A file of a job's output as a text. */
export const jobOutput: Content = {
  async read(opened, [jobId = "", filePath = ""], signal) {
    const download = await agave(opened).call(
      "jobs.downloadOutput",
      { jobId, filePath },
      signal ? { signal } : {},
    );
    const bytes = await shownPart(download);
    if (bytes.includes(0)) return "This file is no text. Download it to look at it.\n";
    const text = new TextDecoder().decode(bytes);
    return bytes.length < mostShown ? text : `${text}\n\n… The rest is not shown: download the file.\n`;
  },
};

/** The beginning of a file; the rest is given up. */
async function shownPart(download: Download): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of download.content) {
    pieces.push(piece);
    length += piece.length;
    if (length >= mostShown) break;
  }
  await download.cancel();
  return Buffer.concat(pieces).subarray(0, mostShown);
}
