import { Select } from "@mantine/core";
import { personIdSchema } from "../../domain/ids";
import type { Kit } from "../../domain/kit/kit";
import { exerciseById } from "../../domain/kit/lookup";
import type { Slot } from "../../domain/loop/plan";
import { type Person, wearsHat } from "../../domain/loop/roster";
import classes from "./plan.module.css";
import { playersFor } from "./players-for";

interface RolePlayersProps {
  readonly kit: Kit;
  readonly slot: Slot;
  readonly persons: readonly Person[];
  readonly onChange: (slot: Slot, field: string) => void;
}

/**
 * Who plays which role of the slot's exercise. Only people with the role player's hat are offered, and nobody twice: a
 * sheet has one role's tensions, and two people cannot be played in one conversation.
 */
export const RolePlayers = ({ kit, slot, persons, onChange }: RolePlayersProps) => {
  const roles = slot.exerciseId === null ? [] : exerciseById(kit, slot.exerciseId).roles;
  const players = persons.filter((person) => wearsHat(person, "rolePlayer") && person.name.trim() !== "");
  if (roles.length === 0) return null;
  return (
    <div className={classes.roles}>
      {roles.map((role) => (
        <Select
          key={role.id}
          label={`Plays ${role.name}`}
          placeholder={players.length === 0 ? "Give somebody the role player’s hat first" : "Nobody yet"}
          clearable
          value={slot.rolePlayers.find(({ roleId }) => roleId === role.id)?.personId ?? null}
          data={playersFor(role.id, slot, players).map(({ personId, name }) => ({
            value: personId,
            label: name,
          }))}
          onChange={(value) => {
            const others = slot.rolePlayers.filter(({ roleId }) => roleId !== role.id);
            const rolePlayers =
              value === null
                ? others
                : [...others, { personId: personIdSchema.parse(value), roleId: role.id }];
            onChange({ ...slot, rolePlayers }, "rolePlayers");
          }}
        />
      ))}
    </div>
  );
};
