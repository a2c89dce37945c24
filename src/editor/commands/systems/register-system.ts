import type { SystemRequest } from "../../../platforms/agave/answers/systems.ts";
import type { Host } from "../../host.ts";
import { choosePlatformConnection } from "../../resources/choose.ts";
import { describeAndRegister } from "../../resources/describe-and-register.ts";

const title = "Register System";

/** What a storage system looks like. Passwords and keys are better added afterwards, by Add Credential: they are not shown there. */
const example = {
  id: "my.storage",
  name: "My storage",
  type: "STORAGE",
  description: "",
  site: "example.org",
  storage: {
    host: "storage.example.org",
    port: 22,
    protocol: "SFTP",
    rootDir: "/",
    homeDir: "/home",
    auth: { type: "SSHKEYS", username: "", publicKey: "", privateKey: "" },
  },
};

/** Registers a system that is described as JSON, written here or in a file. One of the same id is replaced, which is said before. */
export async function run(host: Host, ...given: readonly unknown[]): Promise<void> {
  const connection = await choosePlatformConnection(host, given, "systems", title);
  if (connection === undefined) return;
  const describing = { title, one: "system", example, needs: ["id", "name", "type", "storage"] };
  await describeAndRegister<SystemRequest>(host, connection, describing, (description) => ({
    view: "systems",
    one: "system",
    id: description.id,
    description,
    read: (systemId) => ({ operation: "systems.get", args: { systemId } }),
    add: { operation: "systems.add", args: { body: description } },
  }));
}
