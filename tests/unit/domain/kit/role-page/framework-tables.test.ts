import { describe, expect, it } from "vitest";
import { parsePage } from "./pages";

const cells = (competency: string, levels: number): string =>
  Array.from({ length: levels }, (_, index) => `${competency} at step ${index + 1} goes like this.`).join(
    "\n\n",
  );

const table = (head: string, levels: number, rows = ["Alpha", "Beta"]): string =>
  `Any Role\n\nProgression Framework\n\nCraft\n\n${rows.length} competencies\n\n${head}\n${rows
    .map((name) => `${name}\n\n${cells(name, levels)}`)
    .join("\n\n")}\n`;

const levelsOf = (text: string): string[] => parsePage(text).kit.levels.map(({ name }) => name);

describe("the head of a framework's table", () => {
  it.each([
    ["CompetencyJuniorMidSenior", 3, ["Junior", "Mid", "Senior"]],
    ["CompetencyJuniorMidSeniorStaffPrincipal", 5, ["Junior", "Mid", "Senior", "Staff", "Principal"]],
    ["CompetencyAssociateSenior LeadPrincipal", 3, ["Associate", "Senior Lead", "Principal"]],
    ["COMPETENCYJUNIORMIDSENIOR", 3, ["JUNIOR", "MID", "SENIOR"]],
    ["competencyjuniormidsenior", 3, ["junior", "mid", "senior"]],
    ["CompetencyL1L2L3L4", 4, ["L1", "L2", "L3", "L4"]],
    ["CompetencyLevel 1Level 2", 2, ["Level 1", "Level 2"]],
    ["CompetencyVPDirectorHead", 3, ["VP", "Director", "Head"]],
    ["Competency Junior Mid Senior", 3, ["Junior", "Mid", "Senior"]],
    ["Competency\tRookie\tOld Hand", 2, ["Rookie", "Old Hand"]],
    ["| Competency | Rookie | Old Hand |", 2, ["Rookie", "Old Hand"]],
    ["Competency   Rookie   Old Hand", 2, ["Rookie", "Old Hand"]],
    ["Competency\nJunior\nMid\nSenior", 3, ["Junior", "Mid", "Senior"]],
  ])("%j over %i cells a row names the levels %j", (head, levels, names) => {
    const { kit, report } = parsePage(table(head, levels));
    expect(kit.levels.map(({ name }) => name)).toEqual(names);
    expect(kit.competencies.map(({ name }) => name)).toEqual(["Alpha", "Beta"]);
    expect(report.unplaced).toEqual([]);
    expect(report.notes).toEqual([]);
  });

  it("joins words that ran together where a row has fewer cells than there are words, and says so", () => {
    const { kit, report } = parsePage(table("CompetencyAssociateSeniorLeadPrincipal", 3));
    expect(kit.levels.map(({ name }) => name)).toEqual(["Associate", "Senior Lead", "Principal"]);
    expect(report.notes).toEqual([
      {
        type: "levelNamesGuessed",
        line: 9,
        header: "CompetencyAssociateSeniorLeadPrincipal",
        names: ["Associate", "Senior Lead", "Principal"],
      },
    ]);
  });

  it("keeps the words apart where a row has a cell for each", () => {
    expect(levelsOf(table("CompetencyAssociateSeniorLeadPrincipal", 4))).toEqual([
      "Associate",
      "Senior",
      "Lead",
      "Principal",
    ]);
  });

  it("prefers a name that a question uses", () => {
    const question =
      "\nCompetency Questions\n\nDiscipline\n\nCraft\n\nJob requirement\n\nAlpha\n\nExpected at Lead Principal\n\nHalf of it.\n\nInterview round: Talk\n\nWhy?\n";
    expect(levelsOf(table("CompetencyAssociateSeniorLeadPrincipal", 3) + question)).toEqual([
      "Associate",
      "Senior",
      "Lead Principal",
    ]);
  });

  it("counts on where the head has fewer names than rows have cells, and says so", () => {
    const { kit, report } = parsePage(table("CompetencyJuniorMid", 3));
    expect(kit.levels.map(({ name }) => name)).toEqual(["Junior", "Mid", "Level 3"]);
    expect(report.notes).toMatchObject([{ type: "levelNamesGuessed" }]);
  });

  it("trusts names that stand apart more than the paragraphs under them", () => {
    const { kit, report } = parsePage(table("Competency\tJunior\tMid", 3));
    expect(kit.levels).toHaveLength(2);
    expect(report.unplaced.map(({ text }) => text)).toEqual([
      "Alpha at step 3 goes like this.",
      "Beta at step 3 goes like this.",
    ]);
  });
});

describe("the rows of a framework's table", () => {
  it("reads cells without a full stop by their number", () => {
    const text = table("CompetencyJuniorMidSenior", 3).replaceAll(" goes like this.", "");
    const { kit, report } = parsePage(text);
    expect(kit.competencies.map(({ name }) => name)).toEqual(["Alpha", "Beta"]);
    expect(kit.competencies[1]?.levels[2]?.requirement).toBe("Beta at step 3");
    expect(report.unplaced).toEqual([]);
  });

  it("fills a row with too few cells from the first level on and says so", () => {
    const text = table("CompetencyJuniorMidSenior", 3, ["Alpha", "Beta", "Gamma"]).replace(
      "Beta at step 2 goes like this.\n\n",
      "",
    );
    const { kit, report } = parsePage(text);
    expect(kit.competencies[1]?.levels.map(({ requirement }) => requirement)).toEqual([
      "Beta at step 1 goes like this.",
      "Beta at step 3 goes like this.",
      "",
    ]);
    expect(report.notes).toEqual([{ type: "shortRow", line: 18, competency: "Beta", cells: 2, levels: 3 }]);
  });

  it("takes a dash for an empty cell", () => {
    const text = table("CompetencyJuniorMidSenior", 3).replace("Beta at step 2 goes like this.", "—");
    const { kit, report } = parsePage(text);
    expect(kit.competencies[1]?.levels.map(({ requirement }) => requirement)).toEqual([
      "Beta at step 1 goes like this.",
      "",
      "Beta at step 3 goes like this.",
    ]);
    expect(report.furniture.map((line) => line.text)).toEqual(["—"]);
  });

  it("reads the rows of a table drawn with bars", () => {
    const text =
      "Role\n\nProgression Framework\n\nCraft\n\n| Competency | Junior | Senior |\n| --- | --- | --- |\n| Alpha | Helps. | Leads. |\n| Beta | | Decides. |\n";
    const { kit, report } = parsePage(text);
    expect(kit.competencies.map(({ levels }) => levels.map(({ requirement }) => requirement))).toEqual([
      ["Helps.", "Leads."],
      ["", "Decides."],
    ]);
    expect(report.unplaced).toEqual([]);
  });

  it("lists what a row on one line has beyond the levels", () => {
    const text =
      "Role\n\nProgression Framework\n\nCraft\n\nCompetency\tJunior\tSenior\nAlpha\tHelps.\tLeads.\tFlies.\n";
    expect(parsePage(text).report.unplaced).toEqual([{ line: 8, text: "Flies." }]);
  });

  it("takes tables with other levels together, each competency with its own", () => {
    const second = "\nTalk\n\n1 competencies\n\nCompetencyJuniorLead\nGamma\n\nSays it.\n\nWrites it.\n";
    const { kit } = parsePage(table("CompetencyJuniorMidSenior", 3) + second);
    expect(kit.levels.map(({ name }) => name)).toEqual(["Junior", "Mid", "Senior", "Lead"]);
    expect(kit.competencies[2]?.levels.map(({ levelId }) => levelId)).toEqual(["junior", "lead"]);
  });

  it("says how many of the announced competencies are there, by discipline", () => {
    const text = table("CompetencyJuniorMidSenior", 3).replace("2 competencies", "5 competencies");
    expect(parsePage(text).report.announcedButMissing).toEqual([
      { what: "frameworkCompetencies", of: "Craft", announced: 5, found: 2 },
    ]);
    const fewer = table("CompetencyJuniorMidSenior", 3).replace("2 competencies", "1 competencies");
    expect(parsePage(fewer).report.notes).toEqual([
      { type: "moreThanAnnounced", what: "frameworkCompetencies", of: "Craft", announced: 1, found: 2 },
    ]);
  });

  it("keeps two competencies of one name apart where their disciplines differ", () => {
    const second = "\nTalk\n\n1 competencies\n\nCompetencyJuniorMidSenior\nAlpha\n\nA.\n\nB.\n\nC.\n";
    const { kit, report } = parsePage(table("CompetencyJuniorMidSenior", 3) + second);
    expect(kit.competencies.map(({ id, disciplineId }) => [id, disciplineId])).toEqual([
      ["alpha", "craft"],
      ["beta", "craft"],
      ["alpha-2", "talk"],
    ]);
    expect(report.notes).toMatchObject([{ type: "competencyTwice", competency: "Alpha" }]);
  });
});
