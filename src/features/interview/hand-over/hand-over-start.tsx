import type { LoopView } from "../../../domain/loop/loop-view";
import { Section } from "../../../ui/section";
import { HandOffList } from "./hand-off-list";
import type { HandedOverToMe } from "./use-handed-over";

/** Before the interview: what was handed over, before anything else. Starting the interview counts as having read it. */
export const HandOverStart = ({
  view,
  handed,
}: {
  readonly view: LoopView;
  readonly handed: HandedOverToMe;
}) =>
  handed.notes.length === 0 ? null : (
    <Section
      id="handed-over"
      title="Handed over to you"
      note={handed.unread === 0 ? "all read" : `${handed.unread} new`}
    >
      <HandOffList view={view} notes={handed.notes} isWide />
    </Section>
  );
