import type { Filter } from "scim2-parse-filter";
import { type Attribute, type AttributeSchema, unknownAttributes } from "../filter/attributes.ts";
import { compileFilter } from "../filter/compile.ts";
import { FilterError } from "../filter/error.ts";
import { grantKinds } from "./access.ts";
import type { AttributeValue } from "./account.ts";
import type { Change, Origin, ValueChange } from "./plan.ts";
import { changeActions, situations } from "./situation.ts";

/** A change as the resource that filters over a plan see; `planSchema` says what its attributes are. */
export function planResource(change: Change): Readonly<Record<string, unknown>> {
  const { id, action, person, target, situation, rule, why, set, links, grant, requires, ask } = change;
  const values = Object.entries(set);
  return {
    id,
    action,
    person,
    target: { connection: target.connection, ...(target.id !== null && { id: target.id }) },
    situation,
    rule,
    why,
    attributes: values.map(([attribute]) => attribute),
    set: Object.fromEntries(values.map(([attribute, { to }]) => [attribute, compared(to)])),
    values: values.map(([attribute, value]) => valueResource(attribute, value)),
    links,
    ...(grant && { grant }),
    requires,
    ask: ask ?? false,
  };
}

function valueResource(attribute: string, { from, to, origin }: ValueChange): Record<string, unknown> {
  return { attribute, from: compared(from), to: compared(to), origin };
}

/** A list of e-mail addresses is compared by its addresses. */
function compared(value: AttributeValue): unknown {
  return typeof value === "object" && value !== null ? value.map((email) => email.value) : value;
}

const origins: readonly Origin[] = ["sourceChanged", "targetDrifted", "bothChanged"];

function text(name: string, description: string, canonicalValues?: readonly string[]): Attribute {
  return { name, type: "string", description, ...(canonicalValues && { canonicalValues }) };
}

function exact(name: string, description: string): Attribute {
  return { name, type: "string", caseExact: true, description };
}

/** The attributes of a change in filters over a plan. What stands below `set` follows the configuration: any attribute may be named there. */
export const planSchema: AttributeSchema = {
  attributes: [
    text("action", "What is done", changeActions),
    text("person", "Who it is about, as the plan names them"),
    text("situation", "What is true of the person", situations),
    {
      name: "attributes",
      type: "string",
      multiValued: true,
      description: "The names of the attributes that are set",
    },
    {
      name: "set",
      type: "complex",
      description: "The new values, by the attribute: set.displayName",
      subAttributes: [
        text("userName", "The new user name"),
        text("displayName", "The new display name"),
        exact("externalId", "The new external id"),
        { name: "active", type: "boolean", description: "Whether the account is to be active" },
        { name: "emails", type: "string", multiValued: true, description: "The new e-mail addresses" },
      ],
    },
    {
      name: "values",
      type: "complex",
      multiValued: true,
      description: "What is set, each with its value before and after",
      subAttributes: [
        text("attribute", "The attribute's name"),
        text("from", "The value before"),
        text("to", "The value after"),
        text("origin", "Which side has moved since both last agreed", origins),
      ],
    },
    text("why", "The reason, with the evidence"),
    text("rule", "The rule of the configuration that led here, such as situations.absent"),
    {
      name: "target",
      type: "complex",
      description: "The account that is changed",
      subAttributes: [
        text("connection", "Its connection"),
        exact("id", "Its id; not assigned for an account that is created"),
      ],
    },
    {
      name: "links",
      type: "complex",
      multiValued: true,
      description: "The accounts that are remembered as linked",
      subAttributes: [
        text("connection", "The account's connection"),
        exact("id", "The account's id"),
        text("evidence", "Why it belongs to the person"),
      ],
    },
    {
      name: "grant",
      type: "complex",
      description: "The permission that is revoked or given back",
      subAttributes: [
        text("connection", "Where the permission is"),
        text("account", "Who has it"),
        text("kind", "What it is on", grantKinds),
        exact("resource", "The id of what it is on"),
        text("label", "How people read what it is on"),
        text("permission", "The platform's word for it"),
      ],
    },
    exact("id", "The change's id"),
    { ...exact("requires", "The ids of the changes that it requires"), multiValued: true },
    { name: "ask", type: "boolean", description: "Whether the policy leaves it to a person" },
  ],
};

/**
 * Makes of a filter the test of whether it lets a change through.
 * @throws {FilterError} Where the filter names an attribute that changes do not have, or asks one what it cannot be asked.
 */
export function compilePlanFilter(filter: Filter): (change: Change) => boolean {
  const unknown = unknownAttributes(filter, planSchema).find(({ path }) => !/^set\./i.test(path));
  if (unknown) {
    const { path, range, suggestion } = unknown;
    const way = suggestion === undefined ? "" : ` Did you mean ${suggestion}?`;
    throw new FilterError(
      "unknownAttribute",
      `Changes have no attribute ${path}.${way}`,
      range ?? { start: 0, end: 0 },
    );
  }
  const matches = compileFilter(filter, { schema: planSchema });
  return (change) => matches(planResource(change));
}
