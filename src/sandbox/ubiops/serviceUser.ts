/** A service user: an account for programs. Times are milliseconds since 1970. */
export interface ServiceUser {
  /** A UUID in lower case. */
  readonly id: string;
  readonly project: string;
  readonly name: string | null;
  readonly origins: readonly string[];
  readonly created: number;
  /** Null where it never expires. */
  readonly expires: number | null;
}

/** Whether the service user's expiry date has been reached. */
export function isExpired({ expires }: ServiceUser, now: number): boolean {
  return expires !== null && expires <= now;
}

/** A service user as UbiOps shows it, without its token. The e-mail address is generated from id and project. */
export function serviceUserResource({ id, project, name, origins, created, expires }: ServiceUser) {
  return {
    id,
    email: `${id}.${project}@serviceuser.ubiops.com`,
    name,
    creation_date: dateText(created),
    allowed_cors_origins: origins,
    expiry_date: expires === null ? null : dateText(expires),
  };
}

/** A time as UbiOps writes it: with milliseconds and the offset of UTC in digits. */
function dateText(time: number): string {
  return new Date(time).toISOString().replace("Z", "+00:00");
}
