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
  readonly ubiops: { readonly url: string; readonly token: string; readonly project: string };
  readonly osparc: { readonly url: string };
  readonly control: { readonly url: string };
}

/** What one signs in to each platform with. */
export type SignIn = {
  readonly [Name in "odm" | "astakos" | "agave" | "ubiops"]: Omit<SandboxEndpoints[Name], "url">;
};
