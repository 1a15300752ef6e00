import { useEffect, useState } from "react";
import type { Failure, Services } from "../bindings/services";
import type { Result } from "../domain/result";
import { ErrorCard } from "../ui/error-card";
import { Waiting } from "../ui/loading";
import { Page } from "../ui/page";
import { reloadWindow } from "../ui/reload-window";
import { UiProvider } from "../ui/ui-provider";
import { App } from "./app";
import { startTrouble, words } from "./frame/words";

interface StartProps {
  /** What the composition root is opening; begun once, outside of React. A rejection is a bug and is shown too. */
  readonly opening: Promise<Result<Services, Failure>>;
}

const bug = (error: unknown): Failure => ({ type: error instanceof Error ? error.message : "unknown" });

/** The program once its services are open; until then what is being done, and a way on where that failed. */
export const Start = ({ opening }: StartProps) => {
  const [opened, setOpened] = useState<Result<Services, Failure> | null>(null);
  useEffect(() => {
    let wanted = true;
    const show = (result: Result<Services, Failure>) => wanted && setOpened(result);
    void opening.then(show, (error: unknown) => show({ ok: false, error: bug(error) }));
    return () => {
      wanted = false;
    };
  }, [opening]);
  if (opened?.ok) return <App services={opened.value} />;
  return (
    <UiProvider>
      <Page width="reading">
        {opened === null ? (
          <Waiting doing={words.opening} />
        ) : (
          <ErrorCard trouble={startTrouble(opened.error)} onRetry={reloadWindow} />
        )}
      </Page>
    </UiProvider>
  );
};
