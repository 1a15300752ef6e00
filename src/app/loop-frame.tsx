import { Button } from "@mantine/core";
import { Outlet, useParams } from "react-router";
import { LoopSessionProvider, useLoopView, useOpenLoop } from "../bindings/loop-session-context";
import { hrefTo, paths } from "../bindings/paths";
import { type LoopId, loopIdSchema } from "../domain/ids";
import { levelById } from "../domain/kit/lookup";
import type { LoopView } from "../domain/loop/loop-view";
import { RoomChip } from "../features/room/room-chip";
import { ErrorCard, type Trouble } from "../ui/error-card";
import { Loaded } from "../ui/loading";
import { Page } from "../ui/page";
import { type Crumb, Crumbs, TopBarAside } from "../ui/top-bar";
import { NotHere } from "./frame/not-here";

const openTrouble = (error: { readonly type: string }): Trouble => ({
  what:
    error.type === "unknownLoop"
      ? "This laptop does not hold that loop."
      : `The loop could not be opened (${error.type}).`,
  safe: "Nothing was changed.",
  todo: "Go back to the list of loops.",
});

const trailOf = (view: LoopView): readonly Crumb[] => {
  const loops: Crumb = { label: "Loops", href: hrefTo(paths.loops) };
  if (view.plan === null || view.kit === null) return [loops, { label: "Loop" }];
  const role = `${view.plan.kit.title}, ${levelById(view.kit, view.plan.levelId).name}`;
  return [loops, { label: view.plan.candidate.name, href: hrefTo(paths.loop(view.loopId)) }, { label: role }];
};

const OpenLoop = () => (
  <>
    <Crumbs trail={trailOf(useLoopView())} />
    <TopBarAside>
      <RoomChip />
    </TopBarAside>
    <Outlet />
  </>
);

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
