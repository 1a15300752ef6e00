import { packOutline } from "../../documents/outlines/pack";
import { outlineToWord } from "../../documents/word/word-document";
import type { PackNews, PackOrder } from "./messages";

/** Laying out page numbers takes seconds for a long pack; here the window stays free. */
const make = async (order: PackOrder, tell: (news: PackNews) => void): Promise<void> => {
  tell({ type: "progress", done: 0.1 });
  const outline =
    order.kind === "outline" ? order.outline : packOutline(order.record, order.audience, order.facts);
  tell({ type: "progress", done: 0.3 });
  const bytes = await outlineToWord(outline, order.template);
  tell({ type: "progress", done: 0.95 });
  tell({ type: "pack", bytes });
};

self.addEventListener("message", (event: MessageEvent<PackOrder>) => {
  make(event.data, (news) => self.postMessage(news)).catch((error: unknown) => {
    // A rejected promise is no `error` event of a worker by itself.
    self.reportError(error);
  });
});
