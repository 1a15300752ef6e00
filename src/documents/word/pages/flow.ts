/** What stands whole on one page: a line of a paragraph or a row of a table. Heights in points. */
export interface Strip {
  readonly height: number;
  /** Room before and behind it; of two neighbours' the larger counts. */
  readonly before: number;
  readonly after: number;
  /** Stands on the page on which the next one begins. */
  readonly keepNext: boolean;
  readonly newPage: boolean;
  /** What is repeated above it where it begins a page: its table's header row. */
  readonly repeated: number;
  /** The mark whose page is asked for. */
  readonly mark?: string;
}

/** Room for text on the first page and on the others, points. */
export interface Room {
  readonly first: number;
  readonly others: number;
}

/** What was found: the page of each mark, from 1, and how many there are. */
export interface Flow {
  readonly pages: ReadonlyMap<string, number>;
  readonly pageCount: number;
}

/** Rounding in a program that lays out must not push a line that fits. */
const slack = 0.05;

class Pages {
  readonly pages = new Map<string, number>();
  page = 1;
  private used = 0;
  private gap = 0;
  private isTop = true;

  constructor(private readonly room: Room) {}

  private get height(): number {
    return this.page === 1 ? this.room.first : this.room.others;
  }

  turn(): void {
    this.page += 1;
    this.used = 0;
    this.gap = 0;
    this.isTop = true;
  }

  private atTop(strip: Strip): number {
    return this.page > 1 && !strip.newPage ? strip.repeated : strip.before;
  }

  fits(chain: readonly Strip[]): boolean {
    let [used, gap, isTop] = [this.used, this.gap, this.isTop];
    for (const strip of chain) {
      used += (isTop ? this.atTop(strip) : Math.max(gap, strip.before)) + strip.height;
      [gap, isTop] = [strip.after, false];
    }
    return used <= this.height + slack;
  }

  /** Whether there is something on the page, so that the next one gives more room. */
  get isBegun(): boolean {
    return !this.isTop;
  }

  put(strip: Strip): void {
    this.used += this.isTop ? this.atTop(strip) : Math.max(this.gap, strip.before);
    if (strip.mark !== undefined) this.pages.set(strip.mark, this.page);
    this.used += strip.height;
    while (this.used > this.height + slack) {
      this.used -= this.height;
      this.page += 1;
    }
    this.gap = strip.after;
    this.isTop = false;
  }
}

/** Strips that hold on to each other, each list to the first that does not hold on to the next. */
const chainsOf = (strips: readonly Strip[]): readonly (readonly Strip[])[] => {
  const chains: Strip[][] = [];
  let open = false;
  for (const strip of strips) {
    if (open && !strip.newPage) chains.at(-1)?.push(strip);
    else chains.push([strip]);
    open = strip.keepNext;
  }
  return chains;
};

const place = (pages: Pages, strip: Strip): void => {
  if (pages.isBegun && !pages.fits([strip])) pages.turn();
  pages.put(strip);
};

/** Goes through the strips page by page, as Word does: what holds on to the next moves with it, unless no page has room for both. */
export const flowOf = (strips: readonly Strip[], room: Room): Flow => {
  const pages = new Pages(room);
  for (const chain of chainsOf(strips)) {
    const startsPage = chain[0]?.newPage === true;
    if (pages.isBegun && (startsPage || !pages.fits(chain))) pages.turn();
    for (const strip of chain) place(pages, strip);
  }
  return { pages: pages.pages, pageCount: pages.page };
};
