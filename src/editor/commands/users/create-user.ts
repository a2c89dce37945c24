import type { Host } from "../../host.ts";
import { choosePlatformConnection } from "../../resources/choose.ts";
import { askSteps } from "../../ui/steps.ts";
import { createUser } from "../../views/users/create.ts";
import { askFreeEmail, askFreeUserName } from "../../views/users/holders.ts";
import { askActive, askDisplayName } from "../../views/users/questions.ts";

const title = "Create User";

/** Asks for all that a user is made with, looks up on the way whether there is one already, and creates the user. */
export async function run(host: Host, ...given: readonly unknown[]): Promise<void> {
  const connection = await choosePlatformConnection(host, given, "users", title);
  if (connection === undefined) return;
  const { name } = connection;
  const asked = (step: number) => ({ title, connection: name, step: { title, step, of: 4 } });
  let email = "";
  const answers = await askSteps([
    async () => {
      const answer = await askFreeEmail(host, { ...asked(1), value: email });
      if (typeof answer === "string") email = answer;
      return answer;
    },
    () => askDisplayName(host, asked(2)),
    () => askFreeUserName(host, { ...asked(3), value: email }),
    () => askActive(host, asked(4)),
  ]);
  if (answers === undefined) return;
  const [, displayName = "", userName = "", active] = answers;
  await createUser(host, connection, { email, displayName, userName, active: active === "active" });
}
