import type { Seat } from "./seat";

export const whatWentWrong = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error);

const screenLetters = 600;

/** What every running host shows, so that a failure can be understood afterwards. */
export const screens = (seats: readonly Seat[]): Promise<readonly string[]> =>
  Promise.all(
    seats
      .filter(({ host }) => host.isRunning())
      .map(async ({ host }) => {
        const { page } = host.laptop();
        const text = await page.locator("main").first().textContent({ timeout: 5000 }).catch(whatWentWrong);
        return `${host.name} at ${page.url()}: ${(text ?? "").replace(/\s+/g, " ").slice(0, screenLetters)}`;
      }),
  );
