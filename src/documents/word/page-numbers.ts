import type { IXmlableObject, PageNumberEstimator } from "docx";
import type { Flow } from "./pages/flow";
import { markOf } from "./pages/outline-pages";

const childrenOf = (element: unknown, name: string): readonly unknown[] => {
  if (typeof element !== "object" || element === null || !(name in element)) return [];
  const children: unknown = Object.entries(element).find(([key]) => key === name)?.[1];
  return Array.isArray(children) ? children : [children];
};

const bookmarkName = (child: unknown): string | null => {
  const [attributes] = childrenOf(child, "w:bookmarkStart");
  const name = childrenOf(childrenOf(attributes, "_attr")[0], "w:name")[0];
  return typeof name === "string" && name.startsWith("_Toc") ? name : null;
};

/** The names under which docx has the contents point at headings, in the order of the document. */
const listedBookmarks = (body: IXmlableObject): readonly string[] =>
  childrenOf(body, "w:body").flatMap((block) =>
    childrenOf(block, "w:p")
      .map(bookmarkName)
      .filter((name) => name !== null),
  );

/**
 * Gives docx the numbers that the contents show and how many pages there are. Its own estimator lays the whole file out with
 * every rule of Word's, which takes ten times as long as all else and for these documents comes to the same pages.
 */
export const pageNumbersOf =
  ({ pages, pageCount }: Flow): PageNumberEstimator =>
  (body) => {
    const numbered = listedBookmarks(body).flatMap((name, index) => {
      const page = pages.get(markOf(index));
      return page === undefined ? [] : [[name, page] as const];
    });
    return {
      bookmarks: new Map(numbered.map(([name, page]) => [name, String(page)])),
      bookmarkPageNumbers: new Map(numbered),
      pageCount,
      sectionPageCounts: [pageCount],
    };
  };
