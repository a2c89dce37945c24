import type { ActorAnswers, ActorBodies } from "./actors.ts";
import type { AppAnswers, AppBodies } from "./apps.ts";
import type { FileAnswers, FileBodies } from "./files.ts";
import type { JobAnswers, JobBodies } from "./jobs.ts";
import type { MetaAnswers, MetaBodies } from "./meta.ts";
import type { NotificationAnswers, NotificationBodies } from "./notifications.ts";
import type { ProfileAnswers } from "./profiles.ts";
import type { SystemAnswers, SystemBodies } from "./systems.ts";

/** What each operation of Agave answers, out of its envelope. */
export interface AgaveAnswers
  extends ActorAnswers,
    AppAnswers,
    FileAnswers,
    JobAnswers,
    MetaAnswers,
    NotificationAnswers,
    ProfileAnswers,
    SystemAnswers {}

/** What the bodies of Agave's operations hold; those that are not named take any JSON. */
export interface AgaveBodies
  extends ActorBodies,
    AppBodies,
    FileBodies,
    JobBodies,
    MetaBodies,
    NotificationBodies,
    SystemBodies {}
