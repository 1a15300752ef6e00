import type { Page } from "playwright-core";

/** The room's board as one host shows it. */
export interface BoardRead {
  readonly rows: readonly {
    readonly person: string;
    /** "here", "away", "this laptop", … */
    readonly laptop: string;
    /** By slot: "owed, 3 of 9", "sealed, on 3 laptops", …; empty where the person has no card. */
    readonly cards: readonly string[];
  }[];
}

const own = /\s*\(you\)$/;

const textsOf = async (page: Page, selector: string): Promise<readonly string[]> =>
  (await page.locator(selector).allTextContents()).map((text) => text.trim());

/** Reads the board; the host has to be in the room. */
export const readBoard = async (page: Page): Promise<BoardRead> => {
  const table = page.getByRole("table", { name: "Where everybody’s cards are" });
  const rows = await table.locator("tbody tr").all();
  return {
    rows: await Promise.all(
      rows.map(async (row) => {
        const person = (await row.locator("th > span").first().textContent()) ?? "";
        const cells = await row.locator("td").all();
        const words = await Promise.all(
          cells.map(async (cell) => (await cell.locator("span > span").allTextContents()).join(" ").trim()),
        );
        const [laptop = "", ...cards] = words;
        return { person: person.replace(own, ""), laptop, cards };
      }),
    ),
  };
};

/** What must be the same on every host: who there is, and where every card is. */
export const sharedPart = ({ rows }: BoardRead): string =>
  JSON.stringify(rows.map(({ person, cards }) => [person, ...cards]));

/** The room in a line, as the chip in the top bar says it. */
export const readChip = async (page: Page): Promise<string> =>
  (await textsOf(page, '[title="Go to the room"]'))[0] ?? "";

/** How many entries this host refused and shows as refused. */
export const readRefused = async (page: Page): Promise<number> => {
  const notices = await page.getByText(/\d+ entr(y was|ies were) refused/).allTextContents();
  return Number(/(\d+) entr/.exec(notices[0] ?? "")?.[1] ?? 0);
};
