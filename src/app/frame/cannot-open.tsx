import { ErrorCard, type Trouble } from "../../ui/error-card";
import { Page } from "../../ui/page";
import { reloadWindow } from "../../ui/reload-window";
import { UiProvider } from "../../ui/ui-provider";

const troubles: Readonly<Record<string, Trouble>> = {
  newerData: {
    what: "The data on this laptop was written by a newer Panelbook.",
    safe: "It was not touched.",
    todo: "Update Panelbook, then open it again.",
  },
  diskFull: {
    what: "The disk is full, so the data could not be opened.",
    safe: "What was saved is still there.",
    todo: "Free some space, then try again.",
  },
};

const troubleOf = (type: string): Trouble =>
  troubles[type] ?? {
    what: `Panelbook could not open its data (${type}).`,
    safe: "What was saved is still there.",
    todo: "Try again; if it stays, restart the laptop.",
  };

/** Stands in place of the whole program where its data cannot be opened: never an empty library instead. */
export const CannotOpen = ({ failure }: { readonly failure: { readonly type: string } }) => (
  <UiProvider>
    <Page width="reading">
      <ErrorCard trouble={troubleOf(failure.type)} onRetry={reloadWindow} />
    </Page>
  </UiProvider>
);
