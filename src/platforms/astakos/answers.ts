import type { AstakosIdentity } from "./identity.ts";

/** A service of the cloud. */
export interface CloudService {
  readonly id: number | string;
  readonly name: string;
  readonly url?: string;
  /** Empty where there is none. */
  readonly icon?: string;
}

/** An entry of the cloud bar. */
export interface MenuEntry {
  readonly url: string;
  readonly name: string;
  readonly is_active?: boolean;
}

/** How much of a resource is used. */
export interface Usage {
  readonly name: string;
  readonly description?: string;
  readonly unit?: string | null;
  readonly display_name?: string;
  readonly maxValue?: number;
  readonly currValue?: number;
}

/** What is to be translated. With a service's token, null as `uuids` stands for everybody. */
export interface CatalogQuestion {
  readonly uuids?: readonly string[] | null;
  readonly displaynames?: readonly string[];
}

/** Both catalogs; what is not known is absent. */
export interface CatalogAnswer {
  readonly uuid_catalog: Readonly<Record<string, string>>;
  readonly displayname_catalog: Readonly<Record<string, string>>;
}

/** What each operation of Astakos answers. */
export interface AstakosAnswers {
  get_services: readonly CloudService[];
  get_menu: readonly MenuEntry[];
  /** With the usage where it was asked for; undefined where the server accepts the token without a word (204). */
  authenticate: (AstakosIdentity & { readonly usage?: readonly Usage[] }) | undefined;
  feedback: undefined;
  user_catalogs: CatalogAnswer;
  service_user_catalogs: CatalogAnswer;
}

/** What the bodies of Astakos hold. */
export interface AstakosBodies {
  user_catalogs: CatalogQuestion;
  service_user_catalogs: CatalogQuestion;
}
