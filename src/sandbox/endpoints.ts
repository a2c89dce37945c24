/** Where the platforms of a sandbox are, and how to sign in to them. */
export interface SandboxEndpoints {
  readonly odm: { readonly url: string; readonly token: string };
  readonly astakos: { readonly url: string; readonly serviceToken: string; readonly userToken: string };
  readonly agave: {
    readonly url: string;
    readonly token: string;
    readonly clientKey: string;
    readonly clientSecret: string;
    readonly username: string;
    readonly password: string;
  };
  readonly control: { readonly url: string };
}

/** Tokens and passwords that follow from the seed, have the shape of real ones and are plainly none. */
export function createCredentials(seed: number) {
  const digits = String(seed >>> 0)
    .slice(-5)
    .padStart(5, "0");
  const manager = `SandboxOdmToken${digits}`;
  return {
    odm: { manager, member: `${manager}-member` },
    astakos: { service: `SandboxService+/${digits}A==`, user: `SandboxUserAcc+/${digits}A==` },
    agavePassword: `sandbox-password-${digits}`,
  };
}
