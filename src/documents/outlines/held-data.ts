import { levelById } from "../../domain/kit/lookup";
import { inTime } from "../../domain/loop/plan-times";
import { heldSlots } from "../../domain/record/held-slots";
import type { LoopRecord } from "../../domain/record/record";
import { type Block, cell } from "../outline";
import { declaredConflicts } from "./acceptances";
import { loopDays } from "./pack-cover";
import { clockWords, dateWords } from "./wording";

/** What is held about the person besides what was said of them: who they are to us, when, and what was arranged. */
export const heldDataSection = (record: LoopRecord): readonly Block[] => {
  const { plan, kit } = record;
  return [
    { kind: "heading", level: 1, text: "What is held about you", newPage: true, anchor: "held" },
    {
      kind: "facts",
      rows: [
        ["Name", plan.candidate.name],
        ["Role", `${plan.kit.title}, ${levelById(kit, plan.levelId).name}`],
        ["Interviews", loopDays(record)],
        ...(plan.accommodations === "" ? [] : ([["Arranged for you", plan.accommodations]] as const)),
      ],
    },
    {
      kind: "table",
      caption: "Your interviews",
      columns: [
        { title: "When", share: 36 },
        { title: "What", share: 44 },
        { title: "Minutes", share: 20, align: "right" },
      ],
      rows: inTime(heldSlots(record)).map((slot) => [
        cell(`${dateWords(slot.startsAt)}, ${clockWords(slot.startsAt)}`),
        cell(slot.title),
        cell(slot.minutes === 0 ? "" : String(slot.minutes)),
      ]),
    },
    ...declaredConflicts(record),
  ];
};
