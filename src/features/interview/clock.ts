/** "04:12" for a time on the slot's clock; hours join in front once there are any. */
export const clockText = (ms: number): string => {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const pad = (value: number): string => String(value).padStart(2, "0");
  const hours = Math.floor(seconds / 3600);
  const rest = `${pad(Math.floor(seconds / 60) % 60)}:${pad(seconds % 60)}`;
  return hours === 0 ? rest : `${hours}:${rest}`;
};

/** How the time stands to the plan: `calm`, `closing` in the last tenth, `over` past the end. Zero minutes: no plan. */
export const paceOf = (elapsedMs: number, minutes: number): "calm" | "closing" | "over" => {
  if (minutes === 0) return "calm";
  const share = elapsedMs / (minutes * 60_000);
  if (share >= 1) return "over";
  return share >= 0.9 ? "closing" : "calm";
};
