import type { ConfigurationState } from "../configuration/state.ts";

/** Tells whether from one state of the configuration to the next nothing has changed but what people have said of accounts. */
export class FollowedLinks {
  #before: string | undefined;

  /** Answers for a new state, which is then the last one. */
  onlyLinksChanged(state: ConfigurationState): boolean {
    const before = this.#before;
    this.#before = state.kind === "ready" ? withoutLinks(state) : undefined;
    return before !== undefined && before === this.#before;
  }
}

function withoutLinks({ configuration }: Extract<ConfigurationState, { readonly kind: "ready" }>): string {
  const { policy, ...rest } = configuration;
  const { pinned: _pinned, apart: _apart, ...others } = policy ?? {};
  return JSON.stringify([rest, policy && others]);
}
