import { describe, expect, it } from "vitest";
import type { KitService } from "../../../../src/bindings/services";
import { questionBankCsv } from "../../../../src/documents/question-bank-csv";
import { kitIdSchema } from "../../../../src/domain/ids";
import type { Kit } from "../../../../src/domain/kit/kit";
import { err, ok } from "../../../../src/domain/result";
import { bankOfAll } from "../../../../src/features/library/find/bank-of-all";
import { anId } from "../../../support/builders/ids";
import { aKit } from "../../../support/builders/kit";

const [lab, shift] = ["lab", "shift"].map((name) => aKit({ id: anId(kitIdSchema, name), title: name }));
if (lab === undefined || shift === undefined) throw new Error("two kits were made");
const lost = anId(kitIdSchema, "lost");

const readKit: KitService["read"] = async (id) => {
  const kit: Kit | undefined = [lab, shift].find((known) => known.id === id);
  return kit === undefined ? err({ type: "unreadable" }) : ok(kit);
};

describe("the questions of every kit", () => {
  it("are one table under one header, in the order of the kits", async () => {
    const bank = await bankOfAll(readKit, [lab.id, shift.id], () => true);
    expect(bank).toEqual({ csv: questionBankCsv([lab, shift]), unread: 0 });
    expect(bank?.csv.match(/\ufeff/g)).toHaveLength(1);
  });

  it("leave out a kit that cannot be read, and count it", async () => {
    expect(await bankOfAll(readKit, [lost, lab.id], () => true)).toEqual({
      csv: questionBankCsv([lab]),
      unread: 1,
    });
  });

  it("are not saved where a person stops the reading", async () => {
    expect(await bankOfAll(readKit, [lab.id, shift.id], (read) => read < 1)).toBeNull();
    expect(await bankOfAll(readKit, [lab.id, shift.id], (read) => read < 2)).toBeNull();
  });
});
