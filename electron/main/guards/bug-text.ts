const frameLimit = 12;

/**
 * A thrown value as a log may keep it: its kind and the places in our code. The message stays out, since it can
 * quote a path, a name or a line somebody wrote.
 */
export const bugText = (thrown: unknown): string => {
  if (!(thrown instanceof Error)) return typeof thrown;
  const code = "code" in thrown && typeof thrown.code === "string" ? ` ${thrown.code}` : "";
  const frames = (thrown.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  const places = frames
    .slice(0, frameLimit)
    .map((line) => line.trim().replace(/\(?(?:file:\/\/)?[/\\].*[/\\]/, "("));
  return [`${thrown.name}${code}`, ...places].join(" | ");
};
