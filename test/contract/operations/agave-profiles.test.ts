import assert from "node:assert/strict";
import { listOf, testOperations, textOf } from "./scenario.ts";

testOperations(
  { platform: "agave", service: "profiles" },
  {
    "profiles.list": {
      good: ({ sandbox }) => ({ parameters: { email: sandbox.state().agave.profiles[3]?.email, limit: 5 } }),
      shows(answer, { parameters }) {
        assert.ok(listOf(answer).some(({ email }) => email === parameters?.email));
      },
      refused: { who: "wrong", with: () => ({}), kind: "unauthorised", text: /Invalid Credentials/ },
    },
    "profiles.get": {
      good: () => ({}),
      shows: (answer, _args, { sandbox }) =>
        assert.equal(textOf(answer, "username"), sandbox.endpoints.agave.username),
      refused: { who: "wrong", with: () => ({}), kind: "unauthorised", text: /Invalid Credentials/ },
    },
    "profiles.listByUsername": {
      good: ({ sandbox }) => ({
        parameters: { username: sandbox.state().agave.profiles[4]?.username.toUpperCase() },
      }),
      shows: (answer, { parameters }) =>
        assert.equal(textOf(answer, "username").toUpperCase(), parameters?.username),
      refused: {
        with: () => ({ parameters: { username: "nobody" } }),
        kind: "notFound",
        text: /nobody|profile|user/i,
      },
    },
  },
);
