import { useState } from "react";
import { useNavigate } from "react-router";
import { paths } from "../../bindings/paths";
import { type Failure, useServices } from "../../bindings/services";
import { type Undoable, useUndoable } from "../../bindings/use-undoable";
import {
  type BreakId,
  breakIdSchema,
  type CandidateId,
  type PersonId,
  personIdSchema,
  type QuestionId,
  slotIdSchema,
} from "../../domain/ids";
import type { Kit } from "../../domain/kit/kit";
import { useKeys } from "../../ui/keys/keys";
import { copiedForm, type Like } from "./copied-form";
import { newPlanForm, type PlanForm, type SlotSource } from "./plan-form";
import { toLoopDraft } from "./plan-gaps";

const pad = (value: number): string => String(value).padStart(2, "0");

/** Nine in the morning of the day `now` is in on this laptop's calendar, as a plan usually begins. */
const nineOClock = (now: string): string => {
  const day = new Date(now);
  return `${day.getFullYear()}-${pad(day.getMonth() + 1)}-${pad(day.getDate())}T09:00`;
};

export interface Planning extends Undoable<PlanForm> {
  readonly source: SlotSource;
  /** Questions of the copied plan that the role kit no longer asks. */
  readonly missing: readonly QuestionId[];
  readonly newPersonId: () => PersonId;
  readonly newBreakId: () => BreakId;
  readonly make: () => Promise<void>;
  readonly busy: boolean;
  readonly failure: Failure | null;
}

const useMaking = (kit: Kit, form: PlanForm) => {
  const { loops } = useServices();
  const navigate = useNavigate();
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  const make = async () => {
    const draft = toLoopDraft(form, kit);
    if (draft === null || busy) return;
    setBusy(true);
    const made = await loops.create(draft);
    setBusy(false);
    if (made.ok) await navigate(paths.loop(made.value));
    else setFailure(made.error);
  };
  return { make, busy, failure };
};

/** The plan that is being written, with its past; Ctrl Z takes the last change back. */
export const usePlan = (kit: Kit, candidateId: CandidateId | null, like: Like | null): Planning => {
  const { ids } = useServices();
  const newPersonId = () => personIdSchema.parse(ids.newId());
  const source: SlotSource = {
    kit,
    firstStart: nineOClock(ids.now()),
    newSlotId: () => slotIdSchema.parse(ids.newId()),
  };
  const newBreakId = () => breakIdSchema.parse(ids.newId());
  const copyIds = { newPersonId, newBreakId, newSlotId: source.newSlotId };
  const [copied] = useState(() => (like === null ? null : copiedForm(source, like, copyIds)));
  const plan = useUndoable(
    () =>
      copied?.form ??
      newPlanForm(source, candidateId, {
        personId: newPersonId(),
        name: "",
        title: "",
        hats: ["facilitator", "panelist"],
      }),
  );
  useKeys({
    title: "Plan",
    scope: "screen",
    bindings: [
      {
        keys: "ctrl+z",
        does: "Take the last change back",
        active: plan.canUndo,
        run: () => void plan.undo(),
      },
    ],
  });
  return {
    ...plan,
    missing: copied?.missing ?? [],
    source,
    newPersonId,
    newBreakId,
    ...useMaking(kit, plan.state),
  };
};
