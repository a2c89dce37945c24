import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { eventsOf, eventText } from "../../../src/editor/notifications/events.ts";
import {
  addressText,
  fixedBecause,
  notificationFacts,
  notificationJson,
  notificationLook,
  notificationText,
} from "../../../src/editor/notifications/look.ts";
import { policies, policyText } from "../../../src/editor/notifications/policy.ts";
import { addressRemark } from "../../../src/editor/notifications/questions.ts";

const notification = { id: "1-011", url: "https://hooks.example.org/a", event: "FINISHED" };
const active = { ...notification, status: "ACTIVE", persistent: true, attempts: 0, success: false };

describe("a notification", () => {
  it("says of what, how often, and how it is", () => {
    assert.equal(notificationText(active), "FINISHED · each time · active");
    assert.equal(
      notificationText({ ...active, persistent: false, event: "*" }),
      "everything · once · active",
    );
    assert.equal(
      notificationText({ ...active, attempts: 3 }),
      "FINISHED · each time · active, was not delivered last",
    );
    assert.equal(
      notificationText({ ...active, persistent: false, status: "FAILED" }),
      "FINISHED · once · stopped, was not delivered",
    );
    assert.equal(
      notificationText({ ...active, persistent: false, status: "COMPLETE" }),
      "FINISHED · once · delivered",
    );
    assert.equal(notificationText({ ...active, status: "INACTIVE" }), "FINISHED · each time · switched off");
    assert.equal(notificationText({ ...active, status: "PAUSED" }), "FINISHED · each time · paused");
    assert.equal(notificationText(notification), "FINISHED");
  });

  it("tells failure by an icon, too, and an e-mail from a call", () => {
    assert.equal(notificationLook({ ...active, attempts: 1 }).icon.color, "list.warningForeground");
    assert.equal(notificationLook({ ...active, attempts: 1, success: true }).icon.color, undefined);
    assert.equal(notificationLook(active).icon.id, "link");
    assert.equal(notificationLook({ ...active, url: "ana@example.org" }).icon.id, "mail");
  });

  it("gives its other facts by name, and none that is not known", () => {
    const facts = Object.fromEntries(
      notificationFacts({
        ...active,
        attempts: 2,
        responseCode: null,
        lastSent: "2026-01-01T00:00:00Z",
        policy: { retryStrategyType: "NONE" },
      }),
    );
    assert.deepEqual(facts, {
      id: "1-011",
      attempts: "2",
      "last sent": "2026-01-01T00:00:00Z",
      "last response": "none",
      "what is not delivered": "is not tried again",
    });
    assert.deepEqual(notificationFacts(notification), [["id", "1-011"]]);
  });

  it("can be changed until it is over", () => {
    for (const status of [undefined, "ACTIVE", "COMPLETE", "FAILED"])
      assert.equal(fixedBecause({ ...notification, persistent: true, ...(status && { status }) }), undefined);
    for (const status of ["COMPLETE", "FAILED", "INACTIVE"])
      assert.match(fixedBecause({ ...notification, persistent: false, status }) ?? "", /not be changed/);
    assert.ok(fixedBecause({ ...notification, persistent: true, status: "INACTIVE" }));
  });

  it("shows where it goes without the secrets in it", () => {
    assert.equal(
      addressText("https://ana:s3cret@a.example.org/x?token=s3cret&n=1#f"),
      "https://••••••••••••@a.example.org/x?token=••••••••••••&n=1#f",
    );
    for (const address of ["ana@example.org", "https://a.example.org/x@y?event=%24%7BEVENT%7D", "+1555"])
      assert.equal(addressText(address), address);
    const json = notificationJson({ ...notification, url: "https://a.example.org?api_key=s3cret" });
    assert.ok(!JSON.stringify(json).includes("s3cret"));
  });
});

describe("where a notification is to go", () => {
  it("is a URL or an e-mail address; one that others can read is warned of", () => {
    for (const address of ["https://a.example.org/x", " ana@example.org ", "Ελένη@example.org"])
      assert.equal(addressRemark(address), undefined, address);
    assert.equal(addressRemark("http://a.example.org")?.warning, true);
    for (const address of ["", "ana", "ftp://a.example.org", "https://", "a b@example.org", "ana@"])
      assert.ok(addressRemark(address) && !addressRemark(address)?.warning, address);
  });
});

describe("events and policies", () => {
  it("are told in words", () => {
    assert.equal(eventText("*", "app"), "everything that happens");
    assert.equal(eventText("FINISHED", "job"), "it ends well");
    assert.equal(eventText("MINE", "job"), "MINE");
    assert.equal(policyText(undefined), "is not tried again");
    assert.equal(policyText({ retryStrategyType: "IMMEDIATE", retryLimit: 0 }), "is not tried again");
    assert.deepEqual(
      policies.map(({ policy }) => policyText(policy)),
      [
        "is not tried again",
        "is tried again up to 5 times, every 5 s",
        "is tried again up to 12 times, first after 300 s, every 300 s",
        "is tried again up to 10 times, first after 30 s, in growing intervals from 30 s",
      ],
    );
    assert.match(
      policyText({ retryStrategyType: "DELAYED", retryLimit: -1, retryRate: 5 }),
      /any number of times/,
    );
  });

  it("are named once for each kind of thing, in capitals", () => {
    for (const [kind, events] of Object.entries(eventsOf)) {
      assert.equal(new Set(events.map(({ id }) => id)).size, events.length, kind);
      for (const { id, help } of events) assert.ok(/^[A-Z_]+$/.test(id) && help, `${kind} ${id}`);
    }
  });
});
