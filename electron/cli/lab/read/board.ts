import type { Locator, Page } from "playwright-core";

/** Where one expected card is, as one host shows it. */
export interface CellRead {
  /** "owed, 3 of 9", "sent", "confirmed", …; empty where the person has no card. */
  readonly lamp: string;
  /** On how many laptops it is; 0 while that is not said. */
  readonly laptops: number;
  /** "opened", "two versions", … */
  readonly marks: readonly string[];
}

/** The room's board as one host shows it. */
export interface BoardRead {
  readonly rows: readonly {
    readonly person: string;
    /** "here", "away", "this laptop", … */
    readonly laptop: string;
    /** By slot. */
    readonly cards: readonly CellRead[];
  }[];
}

const own = /\s*\(you\)$/;

const textsOf = async (page: Page, selector: string): Promise<readonly string[]> =>
  (await page.locator(selector).allTextContents()).map((text) => text.trim());

const readCell = async (cell: Locator): Promise<CellRead> => {
  const [lamp = "", ...marks] = await cell.locator("span[data-tone] > span").allTextContents();
  const [text = ""] = await cell.allTextContents();
  // The author's own laptop says "this" where the others say "one".
  const shared = lamp.replace("on this laptop", "on one laptop");
  return { lamp: shared, laptops: Number(/(\d+) laptops?\b/.exec(text)?.[1] ?? 0), marks };
};

const readRow = async (row: Locator): Promise<BoardRead["rows"][number]> => {
  const person = (await row.locator("th > span").first().textContent()) ?? "";
  const [laptop, ...cards] = await Promise.all((await row.locator("td").all()).map(readCell));
  return { person: person.replace(own, ""), laptop: laptop?.lamp ?? "", cards };
};

/** Reads the board; where the host is not in the room it has no rows. */
export const readBoard = async (page: Page): Promise<BoardRead> => {
  const table = page.getByRole("table", { name: "Where everybody’s cards are" });
  return { rows: await Promise.all((await table.locator("tbody tr").all()).map(readRow)) };
};

export const isSealed = ({ lamp }: CellRead): boolean =>
  lamp !== "" && !lamp.startsWith("owed") && !lamp.startsWith("not needed");

/** What must be the same on every host: who there is, and where every card is. */
export const sharedPart = ({ rows }: BoardRead): string =>
  JSON.stringify(rows.map(({ person, cards }) => [person, ...cards]));

/** The room in a line, as the chip in the top bar says it. */
export const readChip = async (page: Page): Promise<string> =>
  (await textsOf(page, '[title="Go to the room"]'))[0] ?? "";

/** How often this host refused something and shows that it did. */
export const readRefused = async (page: Page): Promise<number> => {
  const notices = await page.getByText(/^Refused and counted for nothing:/).allTextContents();
  return Number(/(\d+) times?\b/.exec(notices[0] ?? "")?.[1] ?? 0);
};

/** What this host refused, line by line, as its room shows it; nothing where it shows no such list. */
export const readRefusedLines = (page: Page): Promise<readonly string[]> => textsOf(page, "#refused li");
