import type { BelongingsDirectory } from "../../identity/leavers/belongings.ts";
import type { AnyClient } from "../open.ts";
import { asFields, asList, asText } from "../read.ts";

/** The service users of a UbiOps project, which belong to nobody by themselves: their names and descriptions say whose they are. */
export function ubiopsBelongings(connection: string, client: AnyClient): BelongingsDirectory {
  return {
    connection,
    async readBelongings({ signal } = {}) {
      const users = asList(await client.callNamed("service_users_list", {}, { signal })) ?? [];
      const belongings = users.flatMap((user) => {
        const { id, name, email, description } = asFields(user) ?? {};
        const known = asText(id);
        if (known === undefined) return [];
        const texts = [name, description].map(asText).filter((text) => text !== undefined);
        const address = asText(email);
        return [
          {
            kind: "serviceUser" as const,
            id: known,
            label: asText(name) ?? address ?? known,
            emails: address === undefined ? [] : [address],
            texts,
          },
        ];
      });
      return { connection, belongings };
    },
  };
}
