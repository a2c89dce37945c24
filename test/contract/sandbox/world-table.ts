import assert from "node:assert/strict";
import type { SandboxState, TruthPerson } from "../../../src/sandbox/sandbox.ts";

type OdmUser = SandboxState["odm"]["users"][number];
type AstakosUser = SandboxState["astakos"]["users"][number];
type AgaveProfile = SandboxState["agave"]["profiles"][number];

/** What a person has on each platform at one moment. */
export interface Life {
  readonly odm: readonly OdmUser[];
  readonly astakos: readonly AstakosUser[];
  readonly agave: readonly AgaveProfile[];
}

/** An entry of the truth with its accounts at both moments. */
export interface Lives {
  readonly person: TruthPerson;
  readonly baseline: Life;
  readonly now: Life;
  readonly state: SandboxState;
}

type Row = (lives: Lives) => void;

const fullName = ({ firstName, lastName }: AgaveProfile) => `${firstName} ${lastName}`;
const fold = (text: string) => text.normalize("NFC").toLowerCase();
const counts = ({ odm, astakos, agave }: Life) => [odm.length, astakos.length, agave.length];

function only<T>(items: readonly T[]): T {
  const [item] = items;
  assert.equal(items.length, 1);
  assert.ok(item);
  return item;
}

/** One account each, in every detail that the sample policy looks at. */
function assertTrio(life: Life): void {
  const [user, astakos, profile] = [only(life.odm), only(life.astakos), only(life.agave)];
  assert.equal(user.active, true);
  assert.equal(user.externalId, astakos.uuid);
  assert.equal(user.userName, profile.username);
  assert.equal(user.displayName, fullName(profile));
  assert.equal(astakos.displayname, fold(user.email));
  assert.equal(profile.email, astakos.displayname);
  assert.match(user.email, /@example\.org$/);
}

function assertPair(life: Life): void {
  const [user, astakos] = [only(life.odm), only(life.astakos)];
  assert.equal(user.externalId, astakos.uuid);
  assert.equal(astakos.displayname, user.email);
  assert.deepEqual(life.agave, []);
}

/** What differs between the ODM users of two moments, apart from the time of the change. */
function changed(before: OdmUser, after: OdmUser): Record<string, unknown> {
  const names = ["userName", "displayName", "externalId", "email", "active"] as const;
  return Object.fromEntries(
    names.filter((name) => before[name] !== after[name]).map((name) => [name, after[name]]),
  );
}

const userChange = ({ baseline, now }: Lives) => changed(only(baseline.odm), only(now.odm));

function assertOutcome({ person }: Lives, situation: string, action: string, without = situation): void {
  assert.deepEqual(
    [person.situation, person.action, person.withoutMemory.situation],
    [situation, action, without],
  );
}

function assertUpdate(lives: Lives, set: Record<string, unknown>): void {
  assertOutcome(lives, "confirmed", "update", "found");
  assert.deepEqual(lives.person.set, set);
  assert.deepEqual(lives.person.withoutMemory.set, set);
}

/** What a creation sets: by Agave where there is a profile, else by Astakos. */
function assertCreation(set: Record<string, unknown>, { astakos, agave }: Life): void {
  const user = only(astakos);
  const [profile] = agave;
  assert.deepEqual(set, {
    userName: profile?.username ?? user.displayname,
    displayName: profile ? fullName(profile) : user.displayname,
    externalId: user.uuid,
    emails: user.displayname,
  });
}

const externalIdCleared: Row = (lives) => {
  assertTrio(lives.baseline);
  assert.deepEqual(userChange(lives), { externalId: undefined });
  assertUpdate(lives, { externalId: only(lives.now.astakos).uuid });
};

const unchanged: Row = ({ baseline, now, person }) => {
  assert.deepEqual(now, baseline);
  assert.deepEqual(person.set, {});
};

const wakes: Row = (lives) => {
  assertTrio(lives.baseline);
  assert.deepEqual(userChange(lives), { active: false });
  assertOutcome(lives, "dormant", "reactivate", "absent");
  assertCreation(lives.person.withoutMemory.set, lives.now);
};

const absent: Row = (lives) => {
  assert.deepEqual(counts(lives.baseline), [0, 0, 0]);
  assert.deepEqual(lives.now.odm, []);
  assertOutcome(lives, "absent", "create");
  assertCreation(lives.person.set, lives.now);
};

const rows: Readonly<Record<string, Row>> = {
  inStep(lives) {
    assertTrio(lives.now);
    unchanged(lives);
    assertOutcome(lives, "confirmed", "none", "found");
  },
  inStepNoAgave(lives) {
    assertPair(lives.now);
    unchanged(lives);
    assertOutcome(lives, "confirmed", "none", "found");
  },
  joinedBoth(lives) {
    assert.deepEqual(counts(lives.baseline), [0, 0, 0]);
    assertTrio(lives.now);
    assertOutcome(lives, "found", "none");
  },
  nameChanged(lives) {
    assertTrio(lives.baseline);
    assert.deepEqual(userChange(lives), {});
    const name = fullName(only(lives.now.agave));
    assert.notEqual(name, only(lives.now.odm).displayName);
    assertUpdate(lives, { displayName: name });
  },
  externalIdMissing: externalIdCleared,
  externalIdWrong(lives) {
    assertTrio(lives.baseline);
    const { externalId } = only(lives.now.odm);
    assert.deepEqual(userChange(lives), { externalId });
    assert.ok(lives.state.astakos.users.every(({ uuid }) => uuid !== externalId));
    assertUpdate(lives, { externalId: only(lives.now.astakos).uuid });
  },
  renamed(lives) {
    assertTrio(lives.baseline);
    assert.deepEqual(userChange(lives), {});
    const [old, present] = [only(lives.baseline.agave), only(lives.now.agave)];
    assert.deepEqual({ ...old, username: present.username }, present);
    assert.equal(only(lives.now.odm).userName, old.username);
    assertUpdate(lives, { userName: present.username });
  },
  caseVariant(lives) {
    externalIdCleared(lives);
    assert.notEqual(only(lives.now.odm).email, only(lives.now.astakos).displayname);
  },
  unicodeVariant(lives) {
    externalIdCleared(lives);
    const { email } = only(lives.now.odm);
    const { displayname } = only(lives.now.astakos);
    assert.equal(email, displayname.normalize("NFD"));
    assert.equal(displayname, displayname.normalize("NFC"));
    assert.notEqual(email, displayname);
  },
  mailChanged(lives) {
    assertTrio(lives.baseline);
    const [before, after] = [only(lives.baseline.astakos), only(lives.now.astakos)];
    assert.equal(after.uuid, before.uuid);
    assert.notEqual(after.displayname, before.displayname);
    assert.equal(only(lives.now.agave).email, before.displayname);
    assertOutcome(lives, "confirmed", "none", "found");
  },
  lostAstakos(lives) {
    assertTrio(lives.baseline);
    assert.deepEqual(lives.now, { ...lives.baseline, astakos: [] });
    assertOutcome(lives, "confirmed", "none", "found");
  },
  severalDifferences(lives) {
    assertTrio(lives.baseline);
    const profile = only(lives.now.agave);
    assert.deepEqual(userChange(lives), { externalId: undefined });
    assertUpdate(lives, {
      displayName: fullName(profile),
      userName: profile.username,
      externalId: only(lives.now.astakos).uuid,
    });
    const { userName, displayName } = only(lives.now.odm);
    assert.ok(userName !== profile.username && displayName !== fullName(profile));
  },
  absent(lives) {
    absent(lives);
    assert.equal(only(lives.now.agave).email, only(lives.now.astakos).displayname);
  },
  absentNoAgave(lives) {
    absent(lives);
    assert.deepEqual(lives.now.agave, []);
  },
  dormant(lives) {
    wakes(lives);
    assert.deepEqual([lives.now.astakos, lives.now.agave], [lives.baseline.astakos, lives.baseline.agave]);
    assert.deepEqual(lives.person.set, { active: true });
  },
  dormantRenamed(lives) {
    wakes(lives);
    const name = fullName(only(lives.now.agave));
    assert.notEqual(name, only(lives.now.odm).displayName);
    assert.deepEqual(lives.person.set, { active: true, displayName: name });
  },
  leaver(lives) {
    assertTrio(lives.baseline);
    assert.deepEqual(lives.now, { odm: lives.baseline.odm, astakos: [], agave: [] });
    assertOutcome(lives, "sourceMissing", "deactivate", "unassigned");
    assert.deepEqual(lives.person.set, { active: false });
    assert.equal(lives.person.withoutMemory.action, "report");
  },
  twoAgave(lives) {
    assert.deepEqual(counts(lives.baseline), [0, 0, 0]);
    assertPair({ ...lives.now, agave: [] });
    const { userName, email } = only(lives.now.odm);
    assert.deepEqual(
      lives.now.agave.map((profile) => profile.email),
      [email, email],
    );
    assert.equal(new Set([userName, ...lives.now.agave.map(({ username }) => username)]).size, 3);
    assertOutcome(lives, "ambiguous", "report");
  },
  twoTargets(lives) {
    assert.deepEqual(counts(lives.baseline), [0, 0, 0]);
    assert.deepEqual(counts(lives.now), [2, 1, 0]);
    const [one, other] = lives.now.odm.map(({ email }) => email);
    assert.notEqual(one, other);
    assert.equal(one?.toLowerCase(), other?.toLowerCase());
    assert.equal(only(lives.now.astakos).displayname, one?.toLowerCase());
    assert.ok(lives.now.odm.every(({ externalId, active }) => externalId === undefined && active));
    assertOutcome(lives, "ambiguous", "report");
  },
  secondAccount(lives) {
    if (lives.now.odm.length === 0) {
      const { displayname } = only(lives.now.astakos);
      assert.ok(lives.state.odm.users.some(({ email }) => email === displayname));
      return assertOutcome(lives, "alreadyLinked", "report");
    }
    assertPair(lives.baseline);
    const [before, after] = [only(lives.baseline.astakos), only(lives.now.astakos)];
    assert.equal(after.uuid, before.uuid);
    const inherited = lives.state.astakos.users.filter(
      ({ displayname }) => displayname === before.displayname,
    );
    assert.notEqual(only(inherited).uuid, after.uuid);
    assertOutcome(lives, "confirmed", "none", "found");
  },
  serviceAccount(lives) {
    unchanged(lives);
    const [user, astakos] = [only(lives.now.odm), only(lives.now.astakos)];
    assert.match(user.userName, /^svc-/);
    assert.match(user.email, /@example\.org$/);
    assert.equal(astakos.displayname, user.email);
    assert.notEqual(astakos.uuid, user.externalId);
    assertOutcome(lives, "protected", "ignore");
  },
  partner(lives) {
    unchanged(lives);
    const [user, astakos] = [only(lives.now.odm), only(lives.now.astakos)];
    assert.doesNotMatch(user.email, /@example\.org$/);
    assert.equal(astakos.displayname, user.email);
    assert.notEqual(astakos.uuid, user.externalId);
    assert.notEqual(astakos.name, user.displayName);
    assertOutcome(lives, "outOfScope", "ignore");
  },
  partnerAbsent(lives) {
    assert.deepEqual(
      [counts(lives.baseline), counts(lives.now)],
      [
        [0, 0, 0],
        [0, 1, 0],
      ],
    );
    assert.doesNotMatch(only(lives.now.astakos).displayname, /@example\.org$/);
    assertOutcome(lives, "outOfScope", "ignore");
  },
  unassigned(lives) {
    unchanged(lives);
    assert.deepEqual(counts(lives.now), [1, 0, 0]);
    assert.equal(only(lives.now.odm).externalId, undefined);
    assertOutcome(lives, "unassigned", "report");
  },
};

/** Checks an entry against the row of the table of the world that describes its kind. */
export function assertLife(lives: Lives): void {
  const row = rows[lives.person.kind];
  assert.ok(row, `there is a row for ${lives.person.kind}`);
  row(lives);
}
