import { emptyReply, jsonReply, type Reply, type SandboxRequest } from "../server/message.ts";
import type { Handler, Route } from "../server/router.ts";
import { BodyError, readServiceUser } from "./read.ts";
import { isExpired, type ServiceUser, serviceUserResource } from "./serviceUser.ts";
import type { ServiceUserStore } from "./store.ts";

interface RouteOptions {
  readonly project: string;
  readonly store: ServiceUserStore;
  readonly clock: () => number;
}

/** An error of UbiOps. */
export function errorReply(status: number, error: string): Reply {
  return jsonReply(status, { error });
}

/** The operations on service users. */
export function serviceUserRoutes({ project, store, clock }: RouteOptions): Route[] {
  const collection = "/v2.1/projects/{project}/service-users";
  const item = `${collection}/{id}`;

  /** Refuses other projects, and bodies that cannot be read. */
  const inProject =
    (handle: Handler): Handler =>
    async (request, parameters) => {
      if (parameters.project !== project) {
        return errorReply(404, `Project with name '${parameters.project}' does not exist`);
      }
      try {
        return await handle(request, parameters);
      } catch (error) {
        if (error instanceof BodyError) return errorReply(400, error.message);
        throw error;
      }
    };

  const withUser = (handle: (user: ServiceUser, request: SandboxRequest) => Reply): Handler =>
    inProject((request, { id = "" }) => {
      const user = store.get(id);
      return user ? handle(user, request) : errorReply(404, `Service user with id '${id}' does not exist`);
    });

  const withLiveUser = (handle: (user: ServiceUser, request: SandboxRequest) => Reply): Handler =>
    withUser((user, request) =>
      isExpired(user, clock())
        ? errorReply(400, "The expiry date of the service user has been reached: it cannot be changed")
        : handle(user, request),
    );

  return [
    {
      method: "GET",
      path: collection,
      handle: inProject(() => jsonReply(200, store.all().map(serviceUserResource))),
    },
    {
      method: "POST",
      path: collection,
      handle: inProject((request) => {
        const { user, token } = store.create(readServiceUser(request), clock());
        return jsonReply(201, { ...serviceUserResource(user), token });
      }),
    },
    { method: "GET", path: item, handle: withUser((user) => jsonReply(200, serviceUserResource(user))) },
    {
      method: "PATCH",
      path: item,
      handle: withLiveUser((user, request) =>
        jsonReply(200, serviceUserResource(store.update(user, readServiceUser(request)))),
      ),
    },
    {
      method: "DELETE",
      path: item,
      handle: withUser(({ id }) => {
        store.remove(id);
        return emptyReply(204);
      }),
    },
    {
      method: "PUT",
      path: `${item}/token`,
      handle: withLiveUser((user) => jsonReply(200, { token: store.resetToken(user) })),
    },
  ];
}
