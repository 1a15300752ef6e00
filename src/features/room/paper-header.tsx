import { Button } from "@mantine/core";
import { hrefTo, paths } from "../../bindings/paths";
import type { LoopView } from "../../domain/loop/loop-view";
import { PageHeader } from "../../ui/page";
import { SavePageButton, type useSavePage } from "./save-page";

interface PaperHeaderProps {
  readonly view: LoopView;
  /** What the page shows: "Log", "Completeness". */
  readonly title: string;
  readonly note: string;
  readonly page: ReturnType<typeof useSavePage>;
}

/** "Log Mira Adeyemi": what a page of this loop is called as a file. */
export const paperName = (view: LoopView, title: string): string =>
  `${title} ${view.plan?.candidate.name ?? ""}`.trim();

/** The head of a page of the loop that can be saved for paper. */
export const PaperHeader = ({ view, title, note, page }: PaperHeaderProps) => {
  const candidate = view.plan?.candidate.name ?? "";
  return (
    <PageHeader
      title={candidate === "" ? title : `${title}: ${candidate}`}
      note={note}
      actions={
        <>
          <SavePageButton page={page} />
          <Button component="a" variant="default" href={hrefTo(paths.loop(view.loopId))}>
            Back to the room
          </Button>
        </>
      }
    />
  );
};
