import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { expiryOf } from "../../../src/editor/views/service-users/expiry.ts";

const now = Date.parse("2030-06-15T12:00:00Z");
const at = (expiry_date: string | null | undefined) =>
  expiryOf(expiry_date === undefined ? {} : { expiry_date }, now);

describe("the expiry of a service user", () => {
  it("is never where there is no date", () => {
    assert.deepEqual([at(null).state, at(undefined).state], ["never", "never"]);
  });

  it("has been reached at the very moment, as UbiOps counts it", () => {
    assert.equal(at("2030-06-15T12:00:00.000+00:00").state, "expired");
    assert.equal(at("2030-06-15T12:00:01Z").state, "soon");
  });

  it("is soon for 14 days, and later is told by its day", () => {
    assert.deepEqual(at("2030-06-29T12:00:00Z"), { state: "soon", text: "expires in 14 days" });
    assert.deepEqual(at("2030-06-29T12:00:01Z"), { state: "valid", text: "expires 2030-06-29" });
  });

  it("is counted in hours on the last day", () => {
    assert.equal(at("2030-06-16T11:59:00Z").text, "expires in 23 hours");
    assert.equal(at("2030-06-15T13:00:00Z").text, "expires in 1 hour");
    assert.equal(at("2030-06-15T12:10:00Z").text, "expires in less than an hour");
    assert.equal(at("2030-06-14T12:00:00Z").text, "expired 1 day ago");
  });

  it("is shown as it came where it is no date", () => {
    assert.deepEqual(at("mañana"), { state: "valid", text: "expires mañana" });
  });
});
