import type { Host } from "../../host.ts";
import type { back, QuestionStep, Remark } from "../../ui/ask.ts";
import type { UserResource } from "./user.ts";

/** A text, or that the person goes back or gives up. */
export type Answer = string | typeof back | undefined;

/** What is asked about a user, and where. */
export interface AskedOfUser {
  readonly title: string;
  readonly connection: string;
  readonly value?: string;
  readonly step?: QuestionStep;
  /** Whose value it is, where it is somebody's already. */
  readonly self?: UserResource;
  /** Values that were found to be somebody else's, with who that is. */
  readonly taken?: ReadonlyMap<string, string>;
}

const longest = 256;

/** Asks for an e-mail address. */
export function askEmail(host: Host, asked: AskedOfUser): Promise<Answer> {
  return ask(host, asked, {
    id: "email",
    prompt: "The work e-mail address, which cannot be changed later on every server",
    placeholder: "ada@example.org",
    remark: (text) =>
      /^[^@\s]+@[^@\s]+$/.test(text)
        ? takenRemark(
            host,
            asked,
            ({ data }) => data.emails.some((email) => same(email, text)),
            "this e-mail",
          )
        : { message: "A name, an @ and a domain are needed, without spaces." },
  });
}

/** Asks for a user name. */
export function askUserName(host: Host, asked: AskedOfUser): Promise<Answer> {
  return ask(host, asked, {
    id: "userName",
    prompt: "The user name; no other user has the same, whatever its case",
    remark: (text) =>
      neededRemark(text, "A user name") ??
      sameRemark(text, asked.self?.data.userName) ??
      foundRemark(asked, text) ??
      takenRemark(host, asked, ({ data }) => same(data.userName, text), "this user name"),
  });
}

/** Asks for a display name. */
export function askDisplayName(host: Host, asked: AskedOfUser): Promise<Answer> {
  return ask(host, asked, {
    id: "displayName",
    prompt: "The name that people read",
    placeholder: "Ada Lovelace",
    remark: (text) => neededRemark(text, "A name") ?? sameRemark(text, asked.self?.data.displayName),
  });
}

/** Asks for an external id. Empty stands for none. */
export function askExternalId(host: Host, asked: AskedOfUser): Promise<Answer> {
  return ask(host, asked, {
    id: "externalId",
    prompt: "The id by which another system knows the user; empty takes it away",
    remark: (text) =>
      sameRemark(text, asked.self?.data.externalId ?? "") ??
      (text === ""
        ? undefined
        : takenRemark(host, asked, ({ data }) => data.externalId === text, "this external id")),
  });
}

/** Asks whether a new user is active. Answers `active` or `inactive`. */
export function askActive(host: Host, { title, step }: AskedOfUser): Promise<Answer> {
  return host.ask.pick({
    id: "active",
    title,
    placeholder: "May the user sign in?",
    choices: [
      { id: "active", label: "Active", icon: "account" },
      {
        id: "inactive",
        label: "Inactive",
        detail: "Until somebody reactivates the user",
        icon: "circle-slash",
      },
    ],
    ...(step ? { step } : {}),
  });
}

interface Text {
  readonly id: string;
  readonly prompt: string;
  readonly placeholder?: string;
  /** What is to be said of a text without spaces around it. */
  remark(text: string): Remark | undefined;
}

async function ask(
  host: Host,
  { title, value, step }: AskedOfUser,
  { id, prompt, placeholder, remark }: Text,
): Promise<Answer> {
  const answer = await host.ask.input({
    id,
    title,
    prompt,
    ...(placeholder === undefined ? {} : { placeholder }),
    ...(value === undefined ? {} : { value }),
    validate: (text) => remark(text.trim()),
    ...(step ? { step } : {}),
  });
  return typeof answer === "string" ? answer.trim() : answer;
}

function neededRemark(text: string, what: string): Remark | undefined {
  if (text === "") return { message: `${what} is needed.` };
  return text.length > longest ? { message: `At most ${longest} characters.` } : undefined;
}

function sameRemark(text: string, present: string | undefined): Remark | undefined {
  return text === present ? { message: "It is so already." } : undefined;
}

function foundRemark({ taken }: AskedOfUser, text: string): Remark | undefined {
  const holder = taken?.get(text);
  return holder === undefined ? undefined : { message: `${holder} has this user name.` };
}

/** Of the users that have been read; who is on the server is looked up once it is typed. */
function takenRemark(
  host: Host,
  { connection, self }: AskedOfUser,
  has: (user: UserResource) => boolean,
  what: string,
): Remark | undefined {
  const users = (host.resources.users.list(connection)?.items ?? []) as readonly UserResource[];
  const holder = users.find((user) => user.id !== self?.id && has(user));
  return holder === undefined ? undefined : { message: `${holder.name} has ${what}.`, warning: true };
}

function same(one: string | undefined, other: string): boolean {
  return one?.normalize("NFC").toLowerCase() === other.normalize("NFC").toLowerCase();
}
