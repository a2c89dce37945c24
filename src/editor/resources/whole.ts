import type { Host } from "../host.ts";
import type { Resource } from "./resource.ts";

/** Resources with all that there is of each: read one by one where lists tell only a part of them. Rejects where one is gone. */
export function wholeOf(host: Host, resources: readonly Resource[]): Promise<readonly Resource[]> {
  return Promise.all(
    resources.map(async (resource) => {
      const { view, connection, id, name } = resource;
      const model = host.resources[view];
      const { inPart, one } = await model.kind();
      if (inPart !== true) return resource;
      const read = await model.reread(connection, id);
      if (read === undefined) throw new Error(`${connection} does not have the ${one} ${name} any more.`);
      return read;
    }),
  );
}
