import assert from "node:assert/strict";
import type { Host } from "../../../../src/editor/host.ts";
import type { Sandbox } from "../../../../src/sandbox/sandbox.ts";

/** What Agave's services answered to a request that was sent beside Rollcall. */
interface Answer {
  readonly status: number;
  readonly bytes: Buffer;
  readonly result: unknown;
}

/** Agave as somebody sees it who does not use Rollcall. */
export interface Beside {
  send(method: string, path: string, body?: unknown): Promise<Answer>;
  /** Uploads a file below the home folder of a system. */
  begin(system: string, path: string, content: string | Uint8Array): Promise<void>;
  /** The same, and waits until it is there. */
  write(system: string, path: string, content: string | Uint8Array): Promise<void>;
  /** A file's bytes; undefined where there is none. */
  read(system: string, path: string): Promise<Buffer | undefined>;
  remove(system: string, path: string): Promise<void>;
}

/** The sandbox that runs. */
export function runningSandbox(host: Host): Sandbox {
  return host.sandbox.running ?? assert.fail("the sandbox does not run");
}

/** Works on the sandbox's Agave behind Rollcall's back: as the one who signed in, or with another token. */
export function besideRollcall(host: Host, token?: string): Beside {
  const { url, token: own } = runningSandbox(host).endpoints.agave;
  const send: Beside["send"] = async (method, path, body) => {
    const isForm = body instanceof FormData;
    const response = await fetch(`${url}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${token ?? own}`,
        ...(body === undefined || isForm ? {} : { "content-type": "application/json" }),
      },
      ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
    });
    const bytes = Buffer.from(await response.arrayBuffer());
    return { status: response.status, bytes, result: resultIn(bytes) };
  };
  const media = (system: string, path: string) =>
    `/files/v2/media/system/${system}/${path.split("/").map(encodeURIComponent).join("/")}`;
  return {
    send,
    async begin(system, path, content) {
      const [name = "", ...folders] = path.split("/").reverse();
      const form = new FormData();
      form.set("fileName", name);
      form.set("fileToUpload", new Blob([new Uint8Array(Buffer.from(content))]), "upload");
      const sent = await send("POST", media(system, folders.reverse().join("/")), form);
      assert.equal(sent.status, 202, sent.bytes.toString());
    },
    async write(system, path, content) {
      await this.begin(system, path, content);
      for (let look = 0; look < 20; look++) {
        const { result } = await send("GET", media(system, path).replace("/media/", "/history/"));
        const last = Array.isArray(result) ? (result.at(-1) as { status?: unknown }) : undefined;
        if (last?.status === "STAGING_COMPLETED") return;
      }
      assert.fail(`${path} was not staged`);
    },
    async read(system, path) {
      const { status, bytes } = await send("GET", media(system, path));
      return status === 200 ? bytes : undefined;
    },
    async remove(system, path) {
      const { status } = await send("DELETE", media(system, path));
      assert.equal(status, 200);
    },
  };
}

function resultIn(bytes: Buffer): unknown {
  try {
    return (JSON.parse(bytes.toString("utf8")) as { result?: unknown }).result;
  } catch {
    return undefined;
  }
}
