import { Button } from "@mantine/core";
import { useLoopView } from "../../bindings/loop-session-context";
import { hrefTo, paths } from "../../bindings/paths";
import { useRecord } from "../../bindings/use-record";
import { ErrorCard } from "../../ui/error-card";
import { Waiting } from "../../ui/loading";
import { Page } from "../../ui/page";
import { Board } from "./debrief-board";
import { debriefTrouble } from "./troubles";

/** What the panel disagrees about, with the evidence, and the decision at the end. */
export const DebriefPage = () => {
  const view = useLoopView();
  const record = useRecord();
  const mayDecide = view.authority.mine === "acts";
  if (record.state === "ready") {
    return (
      <Page width="full">
        <Board record={record.value.record} mayDecide={mayDecide} />
      </Page>
    );
  }
  return (
    <Page width="reading">
      {record.state === "loading" ? (
        <Waiting doing="Opening the cards" />
      ) : (
        <ErrorCard trouble={debriefTrouble(record.error)}>
          <Button component="a" variant="default" href={hrefTo(paths.loop(view.loopId))}>
            Go to the room
          </Button>
        </ErrorCard>
      )}
    </Page>
  );
};
