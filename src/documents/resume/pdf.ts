import { err, ok, type Result } from "../../domain/result";
import type { ResumeRefusal } from "./recognise";

/** How many pages are shown; a resume has a few. */
export const pageLimit = 60;

/** Why a page is not there: the file was closed meanwhile, or is damaged at that page. */
export interface PageFailure {
  readonly type: "closed" | "pageUnreadable";
}

/** A PDF that is open. `close` when done. */
export interface OpenPdf {
  /** How many are shown; at most `pageLimit`. */
  readonly pages: number;
  /** How many it has. */
  readonly allPages: number;
  /** It carries scripts; they are never run. */
  readonly scripts: boolean;
  /** Draws a page, counted from 1, as wide as asked in CSS px; `ratio` is the screen's pixels for each of them. */
  readonly draw: (
    page: number,
    canvas: HTMLCanvasElement,
    width: number,
    ratio: number,
  ) => Promise<Result<null, PageFailure>>;
  /** The words of a page, for those who do not see the drawing. */
  readonly text: (page: number) => Promise<Result<string, PageFailure>>;
  readonly close: () => Promise<void>;
}

const refusalOf = (thrown: unknown): ResumeRefusal => {
  const name = thrown instanceof Error ? thrown.name : "";
  return { type: name === "PasswordException" ? "pdfLocked" : "pdfUnreadable" };
};

/** A worker of its own for each file, so that closing one disturbs no other; null outside a window, where none is needed. */
const newWorker = (): Worker | null =>
  typeof Worker === "undefined"
    ? null
    : new Worker(new URL("./pdf-worker.ts", import.meta.url), { type: "module" });

/**
 * Opens a PDF for looking at: no scripts, no forms, no evaluation, nothing from outside. Fonts that the file does not
 * carry are the system's.
 */
export const openPdf = async (bytes: Uint8Array): Promise<Result<OpenPdf, ResumeRefusal>> => {
  const { getDocument, PDFWorker } = await import("pdfjs-dist");
  const port = newWorker();
  const worker = port === null ? null : new PDFWorker({ port: port as unknown as null });
  const loading = getDocument({
    // The reader takes the bytes away from whoever gave them.
    data: new Uint8Array(bytes),
    ...(worker === null ? {} : { worker }),
    isEvalSupported: false,
    enableXfa: false,
    disableAutoFetch: true,
    disableRange: true,
    disableStream: true,
    useSystemFonts: true,
    verbosity: 0,
  });
  let closed = false;
  const close = async (): Promise<void> => {
    closed = true;
    await loading.destroy();
    worker?.destroy();
    port?.terminate();
  };
  const ofPage = async <Value>(read: () => Promise<Value>): Promise<Result<Value, PageFailure>> => {
    try {
      return ok(await read());
    } catch (thrown) {
      // A stranger's page: whatever the reader says of it, it cannot be shown.
      if (thrown instanceof Error) return err({ type: closed ? "closed" : "pageUnreadable" });
      throw thrown;
    }
  };
  try {
    const opened = await loading.promise;
    const scripts = await opened.hasJSActions();
    return ok({
      pages: Math.min(opened.numPages, pageLimit),
      allPages: opened.numPages,
      scripts,
      draw: (number, canvas, width, ratio) =>
        ofPage(async () => {
          const page = await opened.getPage(number);
          const viewport = page.getViewport({
            scale: (width / page.getViewport({ scale: 1 }).width) * ratio,
          });
          canvas.width = Math.floor(viewport.width);
          canvas.height = Math.floor(viewport.height);
          const canvasContext = canvas.getContext("2d");
          if (canvasContext !== null)
            await page.render({ canvasContext, viewport, annotationMode: 0 }).promise;
          return null;
        }),
      text: (number) =>
        ofPage(async () => {
          const { items } = await (await opened.getPage(number)).getTextContent();
          return items.map((item) => ("str" in item ? `${item.str}${item.hasEOL ? "\n" : ""}` : "")).join("");
        }),
      close,
    });
  } catch (thrown) {
    // A stranger's file: whatever the reader says of it, it cannot be shown.
    await close();
    return err(refusalOf(thrown));
  }
};
