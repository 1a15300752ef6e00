import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { paths } from "../../src/bindings/paths";
import { type Gallery, openGallery } from "../support/gallery/open-gallery";

/** The frame and its keys in a real window, over services in memory. */
let gallery: Gallery;

beforeAll(async () => {
  gallery = await openGallery();
});

afterAll(() => gallery?.close());

const kitId = "kitkitkitkitkitkitkit0";
const kit = paths.kit(kitId);
const address = (): string => new URL(gallery.page.url()).hash.slice(1);
const heading = () => gallery.page.getByRole("heading", { level: 1 });
const arrived = (name: string) => heading().filter({ hasText: name }).waitFor();

describe("keys", () => {
  it("g and a letter go to a place", async () => {
    await gallery.show({ laptop: "full", path: paths.library });
    await gallery.page.keyboard.press("g");
    await gallery.page.keyboard.press("c");
    await arrived("Candidates");
    expect(address()).toBe(paths.candidates);
  });

  it("do not act while a text field has the focus", async () => {
    await gallery.show({ laptop: "full", path: paths.library });
    const filter = gallery.page.getByRole("textbox", { name: "Filter by title, author or level" });
    await filter.click();
    await gallery.page.keyboard.type("gc?");
    expect(await filter.inputValue()).toBe("gc?");
    expect(address()).toBe(paths.library);
    expect(await gallery.page.getByRole("dialog").count()).toBe(0);
  });

  it("with Ctrl act in a text field too, and Escape closes only the search", async () => {
    await gallery.show({ laptop: "full", path: paths.library });
    await gallery.page.getByRole("textbox").first().click();
    await gallery.page.keyboard.press("Control+k");
    await gallery.page.locator("[role=combobox]:focus").waitFor();
    await gallery.page.keyboard.press("Escape");
    await gallery.page.getByRole("dialog").waitFor({ state: "detached" });
    expect(address()).toBe(paths.library);
  });

  it("j and k turn pages of the kit, and stay at the ends", async () => {
    await gallery.show({ laptop: "full", path: kit });
    const position = gallery.page.locator("#competency-questions [aria-live]");
    expect(await position.textContent()).toBe("1 of 3");
    for (const key of ["j", "j", "j", "j"]) await gallery.page.keyboard.press(key);
    await position.filter({ hasText: "3 of 3" }).waitFor();
    await gallery.page.keyboard.press("k");
    await position.filter({ hasText: "2 of 3" }).waitFor();
  });

  it("Escape goes back to where one came from", async () => {
    await gallery.show({ laptop: "full", path: paths.library });
    await gallery.page.getByRole("link", { name: "Lab Technician" }).click();
    await arrived("Lab Technician");
    await gallery.page.keyboard.press("Escape");
    await arrived("Library");
  });

  it("the help sheet lists those of the screen and those that act everywhere", async () => {
    await gallery.show({ laptop: "full", path: kit });
    await gallery.page.keyboard.press("?");
    const sheet = gallery.page.getByRole("dialog", { name: "Keys" });
    await sheet.getByText("Next question").waitFor();
    expect(await sheet.getByText("Go to the library").count()).toBe(1);
  });
});

describe("the search", () => {
  it("goes to what Enter chooses", async () => {
    await gallery.show({ laptop: "full", path: paths.library });
    await gallery.page.keyboard.press("Control+k");
    await gallery.page.locator("[role=combobox]:focus").fill("munoz");
    await gallery.page.getByRole("option", { name: "Zoë Muñoz" }).waitFor();
    await gallery.page.keyboard.press("Enter");
    await arrived("Zoë Muñoz");
  });
});

describe("the level switch", () => {
  it("changes every text that depends on a level, at once", async () => {
    await gallery.show({ laptop: "full", path: kit });
    const card = gallery.page.locator("#competency-questions article");
    await card.getByText("Labels and stores samples by the book.").waitFor();
    await gallery.page.getByRole("radiogroup", { name: "Level" }).getByText("Senior").click();
    await card.getByText("Expected at Senior").waitFor();
    const lit = gallery.page.locator("#framework thead th[data-lit]");
    expect(await lit.allTextContents()).toEqual(["Senior", "Senior"]);
  });
});

describe("an import", () => {
  const importPage = async (rolePage: string) => {
    await gallery.show({ laptop: "empty", path: paths.importKit, rolePage });
    await gallery.page.getByRole("button", { name: "Open a text file" }).click();
  };

  it("of something else is refused in words, keeps the text, and leaves the library empty", async () => {
    await importPage("<!doctype html><html><body><p>No role page</p></body></html>");
    await gallery.page.getByRole("alert").getByText("The library is unchanged.").waitFor();
    expect(await gallery.page.getByRole("textbox").inputValue()).toContain("<!doctype html>");
    await gallery.page.keyboard.press("Control+k");
    await gallery.page.locator("[role=combobox]:focus").fill("Library");
    await gallery.page.keyboard.press("Enter");
    await gallery.page.getByText("A role kit says what to ask").waitFor();
  });

  it("of a role page shows what is missing and every line without a place, then adds the kit", async () => {
    await importPage(
      [
        "Lab Technician",
        "Ines Moreau",
        "Core Evaluation",
        "2 Competency Questions",
        "1 of 2",
        "Discipline",
        "Bench work",
        "Job requirement",
        "Sample handling",
        "Labels samples.",
        "Expected at Junior",
        "Carries most of the weight.",
        "Interview round: Bench interview",
        "Tell us about a sample that was nearly lost.",
        "Positive indicators",
        "• Names the figure.",
        "Negative indicators",
        "• Cannot say who did what.",
        "A stray line that belongs nowhere.",
      ].join("\n\n"),
    );
    await gallery.page.getByText("2 competency questions announced, 1 on the page").waitFor();
    const stray = gallery.page.getByRole("row", { name: "A stray line that belongs nowhere." });
    expect(await stray.getByRole("rowheader").textContent()).toBe("Line 37");
    await gallery.page.getByRole("textbox", { name: "Title of the kit" }).fill("Lab Technician, day shift");
    await gallery.page.getByRole("button", { name: "Add to library" }).click();
    await arrived("Lab Technician, day shift");
  });
});

describe("a new candidate", () => {
  it("needs a name; with one the person's page offers to plan a loop for the role", async () => {
    await gallery.show({ laptop: "full", path: `${paths.candidates}?add` });
    await gallery.page.getByRole("button", { name: "Add the candidate" }).click();
    await gallery.page.getByText("A candidate needs a name.").waitFor();
    await gallery.page.getByRole("textbox", { name: "Name" }).first().fill("  Ada Eze ");
    await gallery.page.keyboard.press("Enter");
    await arrived("Ada Eze");
    const plan = await gallery.page.getByRole("link", { name: "Plan a loop" }).getAttribute("href");
    const candidate = address().split("/").at(-1);
    expect(plan).toBe(`#${paths.newLoop(candidate, kitId)}`);
  });
});

describe("a slot on the timeline", () => {
  const block = () =>
    gallery.page
      .getByRole("region", { name: "Timeline" })
      .getByRole("button", { name: /^First Conversation/ })
      .first();
  const label = async (): Promise<string> => (await block().getAttribute("aria-label")) ?? "";
  const shows = (times: string) =>
    gallery.page
      .getByRole("button", { name: new RegExp(`^First Conversation.*${times}`) })
      .first()
      .waitFor();
  /** Every time and length of the plan, as its fields say them. */
  const plan = (): Promise<readonly string[]> =>
    gallery.page
      .getByRole("region", { name: /^Slot / })
      .locator("input")
      .evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value));

  const opened = async (): Promise<void> => {
    await gallery.show({ laptop: "loop-planned", path: paths.newLoop() });
    await block().scrollIntoViewIfNeeded();
    await shows("09:00 · 30 min");
  };

  /** Presses at a place of the block and lets go so many minutes to the right. */
  const drag = async (grip: boolean, minutes: number): Promise<void> => {
    const box = await block().boundingBox();
    if (box === null) throw new Error("the slot is not on the screen");
    const from = { x: grip ? box.x + box.width - 2 : box.x + box.width / 2, y: box.y + box.height / 2 };
    const to = from.x + (box.width / 30) * minutes;
    await gallery.page.mouse.move(from.x, from.y);
    await gallery.page.mouse.down();
    await gallery.page.mouse.move((from.x + to) / 2, from.y);
    await gallery.page.mouse.move(to, from.y);
    await gallery.page.mouse.up();
  };

  const press = async (key: string, times: number): Promise<void> => {
    await block().focus();
    for (let count = 0; count < times; count += 1) await gallery.page.keyboard.press(key);
  };

  it("that is dragged gives the same plan as one that is moved by keys, and is taken back at once", async () => {
    await opened();
    const before = await plan();
    await drag(false, 30);
    await shows("09:30 · 30 min");
    const dragged = await plan();
    expect(dragged).not.toEqual(before);
    await gallery.page.keyboard.press("Control+z");
    await shows("09:00 · 30 min");
    expect(await plan()).toEqual(before);
    await press("ArrowRight", 6);
    await shows("09:30 · 30 min");
    expect(await plan()).toEqual(dragged);
  });

  it("that is pulled longer at its end is as long as one that keys made longer", async () => {
    await opened();
    await drag(true, 15);
    await shows("09:00 · 45 min");
    const pulled = await plan();
    await opened();
    await press("Shift+ArrowRight", 3);
    await shows("09:00 · 45 min");
    expect(await plan()).toEqual(pulled);
    expect(await label()).toContain("45 min");
  });
});
