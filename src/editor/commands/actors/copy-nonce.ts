import type { Host } from "../../host.ts";
import { chooseNonces } from "../../views/actors/choose-nonces.ts";
import { copyLines } from "../items/copied.ts";

/** Copies the selected nonces, one a line. They are as good as passwords, and shown nowhere. */
export async function run(host: Host, ...given: readonly unknown[]): Promise<void> {
  const nonces = await chooseNonces(host, given, "Copy Nonce");
  await copyLines(nonces.map(({ nonce }) => nonce.id));
}
