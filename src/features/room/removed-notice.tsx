import { useLoopView } from "../../bindings/loop-session-context";
import { Notice } from "../../ui/notice";
import { removedWords } from "./laptops";

/** Tells whoever sits at a removed laptop, on every screen of the loop. */
export const RemovedNotice = () => {
  const view = useLoopView();
  if (view.removed === null) return null;
  const { what, meaning } = removedWords(view, view.removed);
  return (
    <div role="status">
      <Notice tone="attention">
        <b>{what}</b> {meaning}
      </Notice>
    </div>
  );
};
