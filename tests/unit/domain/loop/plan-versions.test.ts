import { describe, expect, it } from "vitest";
import { nodeCrypto } from "../../../../electron/main/vault/node-crypto";
import { planSchema } from "../../../../src/domain/loop/plan";
import { signedForm } from "../../../../src/domain/loop/plan-versions";
import { unwrap } from "../../../../src/domain/result";
import { authenticate } from "../../../../src/domain/sealing/authenticate";
import { canonicalJson } from "../../../../src/domain/sealing/canonical-json";
import { layOutBody, signText } from "../../../../src/domain/sealing/signing";
import { ana, head } from "../../../support/sealing/loop-world";
import version1 from "./samples/plan-v1.json";
import version2 from "./samples/plan-v2.json";

const bodyOf = (plan: unknown) => ({ ...head(ana), version: 1, prev: null, reason: "", plan });
const signedPlan = (plan: unknown) =>
  authenticate(signText("plan", canonicalJson(bodyOf(plan)), ana, nodeCrypto), nodeCrypto);

describe("a kept plan of version 1", () => {
  it("opens with nothing said of what version 2 brought", () => {
    const plan = planSchema.parse(version1);
    expect(plan).toMatchObject({
      formatVersion: 1,
      breaks: [],
      policy: { evidenceRequired: false },
      accommodations: "",
      requiredCompetencyIds: null,
      weightsFrozenAt: null,
    });
    expect(plan.slots.map(({ rolePlayers }) => rolePlayers)).toEqual([[], []]);
  });

  it("has the fields it was signed with and no others, also after it was read twice", () => {
    const once = planSchema.parse(version1);
    expect(signedForm(once)).toEqual(version1);
    expect(planSchema.parse(once)).toEqual(once);
  });

  it("is signed again in the text it had", () => {
    const again = unwrap(layOutBody("plan", bodyOf(planSchema.parse(version1))));
    expect(again).toBe(canonicalJson(bodyOf(version1)));
    expect(signedPlan(version1).ok).toBe(true);
  });

  it("cannot say what its version had no words for", () => {
    const { breaks, accommodations } = version2;
    expect(signedPlan({ ...version1, breaks })).toEqual({ ok: false, error: { type: "bodyInvalid" } });
    expect(signedPlan({ ...version1, formatVersion: 1 }).ok).toBe(false);
    expect(planSchema.safeParse({ ...planSchema.parse(version1), accommodations }).success).toBe(false);
  });
});

describe("a kept plan of version 2", () => {
  it("opens as it is and is signed as it is", () => {
    const plan = planSchema.parse(version2);
    expect(plan).toEqual(version2);
    expect(signedForm(plan)).toEqual(version2);
    expect(signedPlan(version2).ok).toBe(true);
  });

  it.each([
    ["without breaks", { breaks: undefined }],
    ["with a break of minus a minute", { breaks: [{ ...version2.breaks[0], minutes: -1 }] }],
    ["with slots of version 1", { slots: version1.slots }],
    ["without a policy", { policy: undefined }],
  ])("is none %s", (_, fields) => {
    expect(planSchema.safeParse({ ...version2, ...fields }).success).toBe(false);
  });

  it("of a version that is not known yet is refused", () => {
    expect(planSchema.safeParse({ ...version2, formatVersion: 3 }).success).toBe(false);
  });
});
