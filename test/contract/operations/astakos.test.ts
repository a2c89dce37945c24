import assert from "node:assert/strict";
import { fieldsOf, listOf, type Scenario, type Stage, testOperations } from "./scenario.ts";

const wrongToken: Scenario["refused"] = {
  who: "wrong",
  with: () => ({}),
  kind: "unauthorised",
  text: /^Invalid X-Auth-Token$/,
};

function people({ sandbox }: Stage) {
  const [first, second] = sandbox.state().astakos.users;
  assert.ok(first && second);
  return { first, second };
}

/** Asks for one by uuid and for another by name; both catalogs answer for their own. */
const catalogs: Pick<Scenario, "good" | "shows"> = {
  good: (stage) => {
    const { first, second } = people(stage);
    return { body: { uuids: [first.uuid, "nobody"], displaynames: [second.displayname] } };
  },
  shows(answer, _args, stage) {
    const { first, second } = people(stage);
    assert.deepEqual(answer, {
      uuid_catalog: { [first.uuid]: first.displayname },
      displayname_catalog: { [second.displayname]: second.uuid },
    });
  },
};

const emptyCatalogs = { body: { uuids: [], displaynames: [] } };

testOperations(
  { platform: "astakos" },
  {
    get_services: {
      good: () => ({}),
      shows: (answer) =>
        assert.ok(listOf(answer).every(({ id, icon }) => typeof id === "number" && icon !== undefined)),
      refused: {
        ...wrongToken,
        who: "usual",
        with: () => ({ parameters: { callback: "f" } }),
        kind: "invalid",
        text: /get_services has no parameter "callback"/,
      },
    },
    get_menu: {
      good: () => ({ parameters: { location: "https://cloud.example.org/" } }),
      shows: (answer) =>
        assert.deepEqual(
          listOf(answer).map(({ name }) => name),
          ["Sign in"],
        ),
      refused: {
        ...wrongToken,
        who: "usual",
        with: () => ({ parameters: { next: "f" } }),
        kind: "invalid",
        text: /get_menu has no parameter "next"/,
      },
    },
    authenticate: {
      good: () => ({ parameters: { usage: "1" } }),
      shows(answer) {
        const { uuid, displayname, emails, usage, tokenExpires } = fieldsOf(answer);
        assert.deepEqual([typeof uuid, typeof displayname], ["string", "string"]);
        assert.deepEqual(emails, [displayname]);
        assert.ok(tokenExpires instanceof Date && tokenExpires.getTime() > Date.now());
        assert.ok(listOf(usage).every(({ currValue, maxValue }) => Number(currValue) <= Number(maxValue)));
      },
      refused: wrongToken,
    },
    feedback: {
      good: () => ({ parameters: { feedback_msg: "Thank you & good bye = äöü", feedback_data: "{}" } }),
      shows: (answer) => assert.equal(answer, undefined),
      refused: {
        with: () => ({ parameters: { feedback_msg: " " } }),
        kind: "invalid",
        text: /^Invalid data$/,
      },
    },
    user_catalogs: {
      ...catalogs,
      refused: { ...wrongToken, who: "service", with: () => emptyCatalogs },
    },
    service_user_catalogs: {
      ...catalogs,
      who: "service",
      refused: { ...wrongToken, who: "usual", with: () => emptyCatalogs },
    },
  },
);
