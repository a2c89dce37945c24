import type { Host } from "../../host.ts";
import { viewIdOf } from "../../identifiers.ts";
import { logProblem } from "../../operations/log-problem.ts";
import { describeProblem } from "../../problem.ts";
import { showAgain } from "../../resources/show-again.ts";
import { withViewProgress } from "../../ui/progress.ts";
import { chooseForChange } from "../../views/service-users/change.ts";
import { askTokenPlace, handOver, type TokenPlace } from "../../views/service-users/hand-over.ts";
import { type ServiceUserResource, ubiopsClient } from "../../views/service-users/service-user.ts";
import { forgetToken } from "../../views/service-users/tokens.ts";

const title = "Reset Token of Service User";

/** Replaces the token of a service user, after one question, and hands the new one over. */
export async function run(host: Host, ...given: readonly unknown[]): Promise<void> {
  const user = await chooseForChange(host, given, title);
  if (user === undefined) return;
  const place = await askTokenPlace(host, title);
  if (place === undefined) return;
  const approved = await host.ask.confirm({
    id: "reset",
    message: `Reset the token of ${user.name} of ${user.connection}?`,
    detail: `The token in use stops working at once, wherever it is used.\n${user.data.email}`,
    action: "Reset Token",
  });
  if (approved) await reset(host, user, place);
}

async function reset(host: Host, user: ServiceUserResource, place: TokenPlace): Promise<void> {
  const { connection, id } = user;
  const client = await ubiopsClient(host, connection);
  try {
    const { token } = await withViewProgress(viewIdOf("serviceUsers"), () =>
      client.call("service_users_token", { service_user_id: id }),
    );
    await forgetToken(host, user);
    await handOver(host, user, token, place);
  } catch (error) {
    if ((error as { readonly landed?: unknown }).landed !== "unknown") throw error;
    logProblem(host.log, title, describeProblem(error));
    await offerAgain(host, user, place);
  } finally {
    await showAgain(host, "serviceUsers", connection);
  }
}

async function offerAgain(host: Host, user: ServiceUserResource, place: TokenPlace): Promise<void> {
  const again = "Reset Again";
  const answer = await host.ask.offer({
    id: "lost",
    level: "error",
    message: `The answer to the reset of ${user.name} was lost. Its old token may not work any more, and the new one is known to nobody. Reset it once more to have a token that works.`,
    actions: [again],
  });
  if (answer === again) await reset(host, user, place);
}
