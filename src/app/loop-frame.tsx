import { Button } from "@mantine/core";
import { Outlet, useLocation, useParams } from "react-router";
import { actTrouble } from "../bindings/act-trouble";
import { LoopSessionProvider, useLoopView, useOpenLoop } from "../bindings/loop-session-context";
import { hrefTo, paths } from "../bindings/paths";
import { type LoopId, loopIdSchema } from "../domain/ids";
import { useIsWiped, WipedPage } from "../features/room/day/borrowed";
import { ChangeNotice, EndedNotice } from "../features/room/day/day-notices";
import { RemovedNotice } from "../features/room/removed-notice";
import { RoomChip } from "../features/room/room-chip";
import { ErrorCard, type Trouble } from "../ui/error-card";
import { Loaded } from "../ui/loading";
import { Page } from "../ui/page";
import { Crumbs, TopBarAside } from "../ui/top-bar";
import { NotHere } from "./frame/not-here";
import { loopTrail } from "./loop-trail";

const openTrouble = (error: { readonly type: string }): Trouble =>
  actTrouble(error, { what: "The loop could not be opened", safe: "Nothing was changed." });

const OpenLoop = () => {
  const isWiped = useIsWiped();
  const trail = loopTrail(useLoopView(), useLocation().pathname);
  return (
    <>
      <Crumbs trail={trail} />
      <TopBarAside>
        <RoomChip />
      </TopBarAside>
      {isWiped ? null : <RemovedNotice />}
      <EndedNotice />
      <ChangeNotice />
      {isWiped ? <WipedPage /> : <Outlet />}
    </>
  );
};

const LoopById = ({ loopId }: { readonly loopId: LoopId }) => {
  const session = useOpenLoop(loopId);
  if (session.state === "ready") {
    return (
      <LoopSessionProvider value={session.value}>
        <OpenLoop />
      </LoopSessionProvider>
    );
  }
  return (
    <Page width="reading">
      {session.state === "failed" ? (
        <ErrorCard trouble={openTrouble(session.error)}>
          <Button component="a" variant="default" href={hrefTo(paths.loops)}>
            Go to the loops
          </Button>
        </ErrorCard>
      ) : (
        <Loaded from={session} doing="Opening the loop" trouble={openTrouble}>
          {() => null}
        </Loaded>
      )}
    </Page>
  );
};

/** Opens one loop for every screen below it and shows its room in the top bar. */
export const LoopFrame = () => {
  const parsed = loopIdSchema.safeParse(useParams().loopId);
  return parsed.success ? <LoopById key={parsed.data} loopId={parsed.data} /> : <NotHere />;
};
