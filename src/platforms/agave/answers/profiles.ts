/** A user's profile, in camelCase whichever way the deployment sends it. */
export interface Profile {
  readonly username: string;
  readonly email?: string;
  readonly firstName?: string;
  readonly lastName?: string;
  readonly fullName?: string;
  readonly phone?: string;
  readonly mobilePhone?: string;
  readonly status?: string;
  readonly uid?: number | string;
  readonly uuid?: string;
  readonly createTime?: string;
  readonly [more: string]: unknown;
}

export interface ProfileAnswers {
  /** Empty without a criterion. */
  "profiles.list": readonly Profile[];
  "profiles.get": Profile;
  "profiles.listByUsername": Profile;
}
