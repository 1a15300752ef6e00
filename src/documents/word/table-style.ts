import { BuilderElement, Table, XmlComponent } from "docx";
import { measures } from "./density";
import { look } from "./look";
import { wordText } from "./text-hygiene";

/** The id by which tables name their style. */
export const tableStyleId = "PackTable";

const border = (side: string): string =>
  `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="${look.line}"/>`;

const margin = (side: string, width: number): string => `<w:${side} w:w="${width}" w:type="dxa"/>`;

const { tall, wide } = measures.normal.cell;

/** The style of every table in Word's own XML, which docx has no words for: a company can change its look in one place. */
export const tableStyles = [
  '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">',
  `<w:style w:type="table" w:customStyle="1" w:styleId="${tableStyleId}">`,
  '<w:name w:val="Pack Table"/><w:uiPriority w:val="59"/><w:qFormat/>',
  `<w:tblPr><w:tblBorders>${["top", "bottom", "insideH"].map(border).join("")}</w:tblBorders>`,
  `<w:tblCellMar>${margin("top", tall)}${margin("left", wide)}${margin("bottom", tall)}${margin("right", wide)}`,
  "</w:tblCellMar></w:tblPr></w:style></w:styles>",
].join("");

/** What readers of screens take of it without being cut. */
const longestCaption = 250;

/** A table with an alternative text, which docx has no option for; it is the last of a table's properties. */
export class DescribedTable extends Table {
  constructor(options: ConstructorParameters<typeof Table>[0], caption: string) {
    super({ ...options, style: tableStyleId });
    const properties: unknown = this.root[0];
    if (!(properties instanceof XmlComponent)) throw new Error("a table begins with its properties");
    properties.addChildElement(
      new BuilderElement({
        name: "w:tblCaption",
        attributes: { value: { key: "w:val", value: wordText(caption).slice(0, longestCaption) } },
      }),
    );
  }
}
