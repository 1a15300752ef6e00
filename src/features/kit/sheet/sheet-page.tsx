import { Button, FileButton } from "@mantine/core";
import { useRef } from "react";
import { hrefTo, paths } from "../../../bindings/paths";
import { useServices } from "../../../bindings/services";
import { useOpened } from "../../../bindings/use-live";
import type { KitId } from "../../../domain/ids";
import { ErrorCard } from "../../../ui/error-card";
import { Loaded } from "../../../ui/loading";
import { Page, PageHeader } from "../../../ui/page";
import { reloadWindow } from "../../../ui/reload-window";
import { Crumbs } from "../../../ui/top-bar";
import { kitTrouble } from "../words";
import { ColumnTable } from "./column-table";
import { SheetChoice } from "./sheet-choice";
import { SheetPreview } from "./sheet-preview";
import { useSheet } from "./use-sheet";
import { sheetTrouble, words } from "./words";

/** Questions of a CSV or Excel sheet come into a kit: choose, say what the columns hold, look, add. */
export const SheetPage = ({ kitId }: { readonly kitId: KitId }) => {
  const { kits } = useServices();
  const kit = useOpened(() => kits.open(kitId), kitId);
  const { workbook, chosen, failure, adding, choose, chooseSheet, setColumn, add } = useSheet(kitId);
  // The button keeps what was chosen last and is silent when the same path, mended, is chosen again.
  const forgetChosen = useRef<() => void>(null);
  const chooseAnew = (file: File | null) => {
    choose(file);
    forgetChosen.current?.();
  };
  return (
    <Page>
      <Crumbs
        trail={[
          { label: words.library, href: hrefTo(paths.library) },
          ...(kit.state === "ready" ? [{ label: kit.value.title, href: hrefTo(paths.kit(kitId)) }] : []),
          { label: words.title },
        ]}
      />
      <PageHeader
        title={words.title}
        note={words.note}
        actions={
          <FileButton resetRef={forgetChosen} accept=".csv,.tsv,.txt,.xlsx" onChange={chooseAnew}>
            {(props) => (
              <Button {...props} variant={chosen === null ? "filled" : "default"}>
                {chosen === null ? words.choose : words.another}
              </Button>
            )}
          </FileButton>
        }
      />
      {workbook === null ? null : <SheetChoice workbook={workbook} onSheet={chooseSheet} />}
      {failure === null ? null : <ErrorCard trouble={sheetTrouble(failure)} />}
      <Loaded from={kit} doing={words.doing} trouble={kitTrouble} onRetry={reloadWindow}>
        {(opened) =>
          chosen === null ? null : (
            <>
              <ColumnTable chosen={chosen} onColumn={setColumn} />
              <SheetPreview kit={opened} chosen={chosen} adding={adding} onAdd={add} />
            </>
          )
        }
      </Loaded>
    </Page>
  );
};
