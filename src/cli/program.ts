import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import type { CommandContext, GlobalOptions } from "./context.ts";
import type { ExitCode } from "./exit.ts";
import type { Terminal } from "./output/terminal.ts";
import { version } from "./version.ts";

type Ended = (code: ExitCode) => void;

/** Every command with its flags. What a command does is loaded when it is called, so that help and errors come at once. */
export function makeProgram(terminal: Terminal, ended: Ended): Command {
  const { stdout, stderr } = terminal.streams;
  const program = new Command("rollcall")
    .description("Reconciles the SCIM users of research platforms with Astakos and Agave accounts.")
    .option("--config <file>", "configuration (default: rollcall.jsonc in this folder or the nearest above)")
    .option("--json", "one JSON document on standard output, and errors as JSON on standard error")
    .option("-V, --version", "print the version")
    .option("--no-color", "no colours (NO_COLOR and FORCE_COLOR count too)")
    .configureHelp({ showGlobalOptions: true })
    .configureOutput({
      writeOut: (text) => stdout.write(text),
      writeErr: (text) => stderr.write(text),
      outputError: () => {},
    })
    .exitOverride()
    .addHelpText("after", `\n${helpTail}`);
  program.hook("preAction", () => {
    if (program.opts<GlobalOptions>().color === false) terminal.withoutColours();
  });

  program.on("option:version", () => {
    stdout.write(`${version()}\n`);
    throw new CommanderError(0, "commander.version", "");
  });

  const context = (): CommandContext => ({ terminal, globals: program.opts<GlobalOptions>() });
  const command = (name: string, description: string) =>
    program.command(name).description(description).allowExcessArguments(false);

  command("demo", "run the main job on the sandbox, from beginning to end")
    .addOption(users())
    .addOption(seed())
    .option("--keep", "keep the folder with the configuration, the plan and the ledger")
    .action(async (options) => ended(await (await import("./commands/demo.ts")).demo(context(), options)));

  command("sandbox", "serve the platforms with made-up people on this machine until stopped")
    .addOption(number("--port <number>", "first of the ports (default: free ones)", 0, 65_530))
    .addOption(users())
    .addOption(seed())
    .addOption(new Option("--at <moment>", "which day it is").choices(["baseline", "now"]).default("now"))
    .option("--faults <name>", "misbehave in this way")
    .option("--write-config <file>", "write a configuration for these servers, without secrets")
    .action(async (options) =>
      ended(await (await import("./commands/sandbox.ts")).sandbox(context(), options)),
    );

  command("accounts", "list the accounts of a connection")
    .argument("<connection>", "name of the connection")
    .option("--filter <filter>", "SCIM filter (RFC 7644)")
    .option("--lookup <key=value...>", "look up single accounts by id=…, userName=… or email=…")
    .action(async (connection, options) =>
      ended(await (await import("./commands/accounts.ts")).accounts(context(), connection, options)),
    );

  command("explain", "say of one person what was read, how it matched and what follows, step by step")
    .argument("<key>", "an id, e-mail address, user name or external id")
    .option("--from <file>", "as of a snapshot, without asking any server")
    .action(async (key, options) =>
      ended(await (await import("./commands/explain.ts")).explain(context(), key, options)),
    );

  command(
    "person",
    "show all that is known of one person: accounts, links, what a plan changes, what runs did",
  )
    .argument("<key>", "an id, e-mail address, user name or external id")
    .action(async (key) => ended(await (await import("./commands/person.ts")).person(context(), key)));

  command("plan", "read every directory and show what would be changed; writes nothing to any platform")
    .option("--out <file>", "write the plan to a file, for review and for apply")
    .option("--all", "show every change, also on a terminal")
    .addOption(
      new Option("--from <file>", "plan from a snapshot, without asking any server").conflicts("keep"),
    )
    .option("--keep <file>", "keep what was read as a snapshot")
    .option("--against <plan.json>", "show only what differs from another plan")
    .option("--where <filter>", "show only changes that match a SCIM filter; --out writes the whole plan")
    .action(async (options) => ended(await (await import("./commands/plan.ts")).plan(context(), options)));

  command("snapshot", "read every directory and keep what they hold, to plan from and to compare later")
    .requiredOption("--out <file>", "where to; compressed where the name ends in .gz")
    .action(async (options) =>
      ended(await (await import("./commands/snapshot.ts")).snapshot(context(), options)),
    );

  command("diff", "say who joined, left or changed between two snapshots; exit code 2 where anybody did")
    .argument("<before>", "a file that `rollcall snapshot` wrote")
    .argument("<after>", "another one")
    .option("--all", "list everybody, also on a terminal")
    .action(async (before, after, options) =>
      ended(await (await import("./commands/diff.ts")).diff(context(), before, after, options)),
    );

  command("apply", "apply a plan that was reviewed")
    .argument("<plan.json>", "a file that `rollcall plan --out` wrote")
    .option("--yes", "do not ask")
    .option("--without <id...>", "leave out these changes (the beginning of an id is enough)")
    .option("--with <id...>", "take in these changes, which the policy leaves to a person")
    .option("--allow-over-limit <plan-id>", "apply this plan, and no other, although it exceeds limits")
    .option("--only <filter>", "apply only changes that match a SCIM filter")
    .action(async (file, options) =>
      ended(await (await import("./commands/apply.ts")).apply(context(), file, options)),
    );

  command("reconcile", "plan, show, ask, apply, and check")
    .option("--yes", "do not ask")
    .option("--all", "show every change, also on a terminal")
    .action(async (options) =>
      ended(await (await import("./commands/reconcile.ts")).reconcile(context(), options)),
    );

  command("check", "say whether anything differs; exit code 2 where it does").action(async () =>
    ended(await (await import("./commands/check.ts")).check(context())),
  );

  command("resume", "finish the run that was interrupted").action(async () =>
    ended(await (await import("./commands/resume.ts")).resume(context())),
  );

  command("runs", "list the runs, the newest first").action(async () =>
    ended(await (await import("./commands/runs.ts")).runs(context())),
  );

  command(
    "disputes",
    "show the accounts that could belong together in more than one way, side by side",
  ).action(async () => ended(await (await import("./commands/disputes.ts")).disputes(context())));

  command("link", "pin two accounts to each other in the links file: they belong together")
    .argument("<target>", "id of the account in the target")
    .argument("<source>", "name of the source")
    .argument("<id>", "id of the account there")
    .option("--note <text>", "why, for whoever reads it later")
    .option("--apart", "they do not belong together")
    .action(async (target, source, id, options) =>
      ended(await (await import("./commands/link.ts")).link(context(), target, source, id, options)),
    );

  command("unlink", "take the pin of a source account back")
    .argument("<source>", "name of the source")
    .argument("<id>", "id of the account there")
    .option("--apart", "take back what it is kept apart from")
    .action(async (source, id, options) =>
      ended(await (await import("./commands/unlink.ts")).unlink(context(), source, id, options)),
    );

  command("keep", "keep values of the target although their sources say otherwise, until either side moves")
    .argument("<person>", "an id, e-mail address, user name or external id")
    .argument("[attribute...]", "which of their attributes (default: all that differ)")
    .option("--take-back", "no longer keep them")
    .option("--yes", "do not ask")
    .action(async (key, attributes, options) =>
      ended(await (await import("./commands/keep.ts")).keep(context(), key, attributes, options)),
    );

  command("links", "list what is pinned, kept apart and remembered, each with where it comes from").action(
    async () => ended(await (await import("./commands/links.ts")).links(context())),
  );

  command("report", "say how a run ended, the newest unless one is named")
    .argument("[run]", "its id, as `rollcall runs` lists it (the beginning is enough)")
    .option("--markdown", "as a Markdown document")
    .action(async (run, options) =>
      ended(await (await import("./commands/report.ts")).report(context(), run, options)),
    );

  command("undo", "take a run back: show the inverse plan, ask, and apply it")
    .argument("<run>", "its id, as `rollcall runs` lists it (the beginning is enough)")
    .option("--out <file>", "write the plan to a file, for review and for apply, instead of applying it")
    .option("--yes", "do not ask")
    .option("--all", "show every change, also on a terminal")
    .action(async (run, options) =>
      ended(await (await import("./commands/undo.ts")).undo(context(), run, options)),
    );

  command("audit", "print the audit log of all that was written, one JSON object on a line")
    .option(
      "--verify",
      "walk along its digests instead; exit code 1 names the first entry that does not hold",
    )
    .action(async (options) => ended(await (await import("./commands/audit.ts")).audit(context(), options)));

  command("filter", "print the lines of a JSON-lines file that match a SCIM filter, as they came")
    .argument("<expression>", "SCIM filter (RFC 7644)")
    .argument("[file]", "JSON lines (default: standard input)")
    .option("--skip-invalid", "leave out lines that are no JSON objects instead of ending there")
    .action(async (expression, file, options) =>
      ended(await (await import("./commands/filter.ts")).filter(context(), expression, file, options)),
    );

  command("map", "print what a mapping expression gives for each line of a JSON-lines file of people")
    .argument("<expression>", 'for example: join(" ", tacc.firstName, tacc.lastName)')
    .argument(
      "[file]",
      "a person on each line, as { connection: attributes }; - or nothing for standard input",
    )
    .option("--skip-invalid", "leave out lines that are no JSON objects instead of ending there")
    .action(async (expression, file, options) =>
      ended(await (await import("./commands/map.ts")).map(context(), expression, file, options)),
    );

  command("operations", "list the operations of the platforms, with --json also what each takes and answers")
    .argument("[platform]", "odm, scim, astakos, agave, ubiops or osparc (default: all)")
    .action(async (platform) =>
      ended(await (await import("./commands/operations.ts")).operations(context(), platform)),
    );

  command("call", "send one operation of a platform and print what it answers")
    .argument("<connection>", "name of the connection")
    .argument("<operation>", "name of the operation, as `rollcall operations` lists it")
    .argument("[name=value...]", "its parameters; @path sends a file, for example fileToUpload=@data.csv")
    .option("--body <file>", "what to send as the body; - for standard input")
    .option("--output <file>", "where to write the answer; - for standard output")
    .option(
      "--data",
      "the data alone, out of its envelope and in one spelling, and not the answer as it came",
    )
    .option("--yes", "do not ask before a write to a connection that is marked as production")
    .action(async (connection, operation, words, options) =>
      ended(
        await (await import("./commands/call.ts")).call(context(), connection, operation, words, options),
      ),
    );

  command("probe", "find out, by reads alone, what a server is and what the token may do there")
    .argument("<connection>", "name of the connection")
    .action(async (connection) =>
      ended(await (await import("./commands/probe.ts")).probe(context(), connection)),
    );

  return program;
}

const helpTail = `Exit codes: 0 done, 1 failed, 2 a difference or a refused plan, 64 wrong usage or input.
Tokens come from ROLLCALL_TOKEN_<CONNECTION IN CAPITALS>. Nothing is written that was not shown first.`;

function users(): Option {
  return number("--users <number>", "how many people there are (default: 200)", 1, 1_000_000);
}

function seed(): Option {
  return number("--seed <number>", "which people there are (default: 1)", 0, Number.MAX_SAFE_INTEGER);
}

function number(flags: string, description: string, least: number, most: number): Option {
  return new Option(flags, description).argParser((text) => {
    const value = Number(text);
    if (/^\d+$/.test(text) && value >= least && value <= most) return value;
    throw new InvalidArgumentError(`It must be a whole number from ${least} to ${most}.`);
  });
}
