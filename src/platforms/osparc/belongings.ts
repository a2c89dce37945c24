import type { BelongingsDirectory } from "../../identity/leavers/belongings.ts";
import type { AnyClient } from "../open.ts";
import { asFields, asList, asText } from "../read.ts";

/**
 * The services that an oSPARC director can start, which name a contact and authors. Which of them run, and for whom, no operation
 * of the director tells.
 */
export function osparcBelongings(connection: string, client: AnyClient): BelongingsDirectory {
  return {
    connection,
    async readBelongings({ signal } = {}) {
      const services = asList(await client.callNamed("services_get", {}, { signal })) ?? [];
      const belongings = services.flatMap((service) => {
        const { key, version, contact, authors } = asFields(service) ?? {};
        const id = [asText(key), asText(version)].filter((part) => part !== undefined).join(":");
        if (id === "") return [];
        const people = [contact, ...(asList(authors) ?? []).map((author) => asFields(author)?.email)];
        const emails = people.map(asText).filter((email) => email !== undefined);
        return [{ kind: "service" as const, id, label: id, emails, texts: [] }];
      });
      return { connection, belongings };
    },
  };
}
