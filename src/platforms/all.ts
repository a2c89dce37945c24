import { agave } from "./agave/platform.ts";
import { astakos } from "./astakos/platform.ts";
import { odm } from "./odm/platform.ts";
import { osparc } from "./osparc/platform.ts";
import type { Platform } from "./platform.ts";
import { scim } from "./scim/platform.ts";
import type { PlatformKind } from "./settings.ts";
import { ubiops } from "./ubiops/platform.ts";

/** Every platform by the name that configurations give it. */
export const platforms: Readonly<Record<PlatformKind, Platform>> = {
  odm,
  scim,
  astakos,
  agave,
  ubiops,
  osparc,
};
