import type { PlatformName } from "../../config/platform-facts.ts";
import type { ServerDialects } from "../../filter/language/split.ts";
import { odmDialect, rfcDialect } from "../../filter/pushdown.ts";

/** What the servers of a platform evaluate of filters. Platforms that are not named are sent none. */
export const serverDialects: Readonly<Partial<Record<PlatformName, ServerDialects>>> = {
  odm: { certain: odmDialect({ exactStrings: true }), folding: odmDialect({ exactStrings: false }) },
  scim: { certain: rfcDialect },
};
