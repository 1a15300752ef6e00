import { Button } from "@mantine/core";
import { useNavigate } from "react-router";
import { useLoopView } from "../../../bindings/loop-session-context";
import { hrefTo, paths } from "../../../bindings/paths";
import { Page, PageHeader } from "../../../ui/page";
import { Crumbs } from "../../../ui/top-bar";
import { BringIn } from "./bring-in";
import classes from "./stick.module.css";
import { TakeAlong } from "./take-along";

/** A loop without any network: into a file and out of one. */
export const StickPage = () => {
  const { loopId, plan } = useLoopView();
  return (
    <Page>
      <PageHeader
        title="Without a network"
        note={
          plan === null
            ? "A file on a stick carries the loop."
            : `A file on a stick carries ${plan.candidate.name}’s loop.`
        }
        actions={
          <Button component="a" variant="default" href={hrefTo(paths.loop(loopId))}>
            Back to the room
          </Button>
        }
      />
      <div className={classes.columns}>
        <TakeAlong loopId={loopId} />
        <BringIn loopId={loopId} />
      </div>
    </Page>
  );
};

/** Takes in a file of whatever loop of this laptop it belongs to, and goes there. */
export const OpenFilePage = () => {
  const navigate = useNavigate();
  return (
    <Page>
      <Crumbs trail={[{ label: "Loops", href: hrefTo(paths.loops) }, { label: "Open a loop file" }]} />
      <PageHeader title="Open a loop file" note="A file on a stick carries a loop where no network does." />
      <div className={classes.narrow}>
        <BringIn loopId={null} onTaken={(loopId) => void navigate(paths.loop(loopId))} />
      </div>
    </Page>
  );
};
