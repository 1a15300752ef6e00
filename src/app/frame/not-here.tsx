import { Button } from "@mantine/core";
import { IconMapQuestion } from "@tabler/icons-react";
import { hrefTo, paths } from "../../bindings/paths";
import { EmptyState } from "../../ui/empty-state";
import { Page } from "../../ui/page";
import { words } from "./words";

/** Answers an address that no screen has. */
export const NotHere = () => (
  <Page>
    <EmptyState icon={IconMapQuestion} sentence={words.notHere}>
      <Button component="a" href={hrefTo(paths.library)}>
        {words.toLibrary}
      </Button>
    </EmptyState>
  </Page>
);
