import { Button, Group } from "@mantine/core";
import { hrefTo, paths } from "../../bindings/paths";
import { exerciseById } from "../../domain/kit/lookup";
import type { LoopView } from "../../domain/loop/loop-view";
import { wearsHat } from "../../domain/loop/roster";

/** Slots whose role guide this laptop's person plays by, or reads as the facilitator. */
const roleSlots = ({ me, plan, kit }: LoopView) => {
  if (me === null || plan === null || kit === null) return [];
  const reads = wearsHat(me, "facilitator");
  return plan.slots.filter(
    ({ exerciseId, rolePlayers }) =>
      exerciseId !== null &&
      exerciseById(kit, exerciseId).roles.length > 0 &&
      (reads || wearsHat(me, "rolePlayer") || rolePlayers.some(({ personId }) => personId === me.personId)),
  );
};

/**
 * The ways from the room to what a person prepares with: their prep card, and a role player's screen. They do not wait for
 * the kit: what came in above the board would move it away under somebody's pointer.
 */
export const MyPapers = ({ view }: { readonly view: LoopView }) =>
  view.me === null ? null : (
    <Group gap="xs">
      <Button component="a" size="xs" variant="default" href={hrefTo(paths.prep(view.loopId))}>
        My prep card
      </Button>
      {roleSlots(view).map(({ slotId, title }) => (
        <Button
          key={slotId}
          component="a"
          size="xs"
          variant="default"
          href={hrefTo(paths.rolePlay(view.loopId, slotId))}
        >
          Role player: {title}
        </Button>
      ))}
    </Group>
  );
