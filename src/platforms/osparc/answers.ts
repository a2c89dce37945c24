/** The director's health. */
export interface DirectorHealth {
  readonly name: string;
  /** Such as SERVICE_RUNNING. */
  readonly status: string;
  readonly api_version: string;
  readonly version: string;
}

/** An input or output of a service. */
export interface ServicePort {
  readonly displayOrder?: number;
  readonly label?: string;
  readonly description?: string;
  /** `number`, `integer`, `boolean`, `string`, or `data:` with a media type. */
  readonly type?: string;
  readonly defaultValue?: unknown;
  readonly fileToKeyMap?: Readonly<Record<string, string>>;
  readonly widget?: Readonly<Record<string, unknown>>;
}

/** One version of a service that can be started. */
export interface Service {
  /** With slashes, such as simcore/services/dynamic/3d-viewer. */
  readonly key: string;
  readonly version: string;
  /** `dynamic` for what the list calls interactive. */
  readonly type?: "computational" | "dynamic";
  readonly name?: string;
  readonly description?: string;
  readonly authors?: readonly {
    readonly name?: string;
    readonly email?: string;
    readonly affiliation?: string;
  }[];
  readonly contact?: string;
  readonly inputs?: Readonly<Record<string, ServicePort>>;
  readonly outputs?: Readonly<Record<string, ServicePort>>;
}

/** A running interactive service. */
export interface RunningService {
  /** Null where the image opens no port. */
  readonly published_port: number | null;
  /** Empty where the service states none. */
  readonly entry_point?: string;
  readonly service_uuid: string;
}

/** What each operation of the oSPARC director answers. */
export interface OsparcAnswers {
  root_get: DirectorHealth;
  services_get: readonly Service[];
  /** The metadata as it is labelled: nothing in it is checked. */
  services_by_key_version_get: Service;
  running_interactive_services_post: RunningService;
  /** It runs; where it does not, the call rejects with the kind `notFound`. */
  running_interactive_services_get: undefined;
  running_interactive_services_delete: undefined;
}
