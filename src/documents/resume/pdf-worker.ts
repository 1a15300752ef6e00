// The worker that reads PDFs, as a file of the program's own: nothing is fetched, nothing is evaluated.
import "pdfjs-dist/build/pdf.worker.mjs";
