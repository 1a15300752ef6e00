import type { Kit } from "../../../domain/kit/kit";
import type { Before } from "../../../ui/use-reorder";

/**
 * Before which competency of the kit one goes that is put before another of its discipline, or last in it (null): a
 * discipline's last place is not the kit's.
 */
export const beforeInKit = (competencies: Kit["competencies"], id: string, before: Before): Before => {
  const moved = competencies.find((known) => known.id === id);
  if (before !== null || moved === undefined) return before;
  const last = competencies.findLastIndex(
    (known) => known.id !== id && known.disciplineId === moved.disciplineId,
  );
  // Alone in its discipline it is last already.
  if (last === -1) return id;
  return competencies.slice(last + 1).find((known) => known.id !== id)?.id ?? null;
};
