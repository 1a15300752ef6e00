import { BrowserWindow } from "electron";
import { err, ok, type Result } from "../../../src/domain/result";
import { isOurWindow } from "../window";

/** Sheet numbers at the foot; the page itself says what it is and when it was made. */
const foot =
  '<div style="width:100%;text-align:center;font-size:8px;font-family:sans-serif"><span class="pageNumber"></span> / <span class="totalPages"></span></div>';

/**
 * The page our window shows as a PDF, laid out by its own style sheets for paper. Chromium draws it: no printer, no
 * dialog of the system and no network is needed, on none of the three systems.
 */
export const drawPage = async (): Promise<Result<Uint8Array, { readonly type: "notDrawn" }>> => {
  const window = BrowserWindow.getAllWindows().find(({ webContents }) => isOurWindow(webContents));
  if (window === undefined) return err({ type: "notDrawn" });
  try {
    const pdf = await window.webContents.printToPDF({
      preferCSSPageSize: true,
      printBackground: true,
      displayHeaderFooter: true,
      headerTemplate: "<span></span>",
      footerTemplate: foot,
    });
    return ok(new Uint8Array(pdf));
  } catch (error) {
    // Electron only says that printing failed; a page that is being replaced or a lack of memory are the causes.
    if (error instanceof Error) return err({ type: "notDrawn" });
    throw error;
  }
};
