import type { ExerciseRole, Kit } from "../kit/kit";
import { exerciseById } from "../kit/lookup";
import { mayReadPart } from "../kit/part-readers";
import { rolePath } from "../kit/snapshot";
import { err, ok, type Result } from "../result";
import type { LoopView } from "./loop-view";
import type { Plan, Slot } from "./plan";

/** Why a role's guide is not shown here. `notForYou` holds whatever the screen wants: the laptop has no key for it. */
export type GuideBlock = "noRole" | "notForYou" | "guideMissing" | "alsoAssesses";

/** A role as its player, or the facilitator, sees it. */
export interface OpenRole {
  readonly role: ExerciseRole;
  /** True for the person who plays it; the facilitator only reads. */
  readonly plays: boolean;
}

type Known = LoopView & { readonly plan: Plan; readonly kit: Kit };

const isEmpty = ({ motivation, constraints, tensions, guidance, doNot }: ExerciseRole): boolean =>
  motivation === "" && [constraints, tensions, guidance, doNot].every((lines) => lines.length === 0);

/** The role this laptop's person plays in the slot; without one, the first that they may read. */
const roleFor = ({ me, kit, plan }: Known, slot: Slot): OpenRole | null => {
  if (slot.exerciseId === null || me === null) return null;
  const { id, roles } = exerciseById(kit, slot.exerciseId);
  const own = slot.rolePlayers.find(({ personId }) => personId === me.personId);
  const played = roles.find((role) => role.id === own?.roleId);
  if (played !== undefined) return { role: played, plays: true };
  const readable = roles.find((role) =>
    mayReadPart({ path: rolePath(id, role.id), audience: "rolePlayer" }, me, plan),
  );
  return readable === undefined ? null : { role: readable, plays: false };
};

/** The role's guide for this laptop's person in the slot, or why it is not shown. */
export const openRoleIn = (view: Known, slot: Slot): Result<OpenRole, { readonly type: GuideBlock }> => {
  const hasRoles = slot.exerciseId !== null && exerciseById(view.kit, slot.exerciseId).roles.length > 0;
  if (!hasRoles) return err({ type: "noRole" });
  const open = roleFor(view, slot);
  if (open === null) return err({ type: "notForYou" });
  const assesses = slot.interviewers.some((personId) => personId === view.me?.personId);
  if (open.plays && assesses) return err({ type: "alsoAssesses" });
  return isEmpty(open.role) ? err({ type: "guideMissing" }) : ok(open);
};
