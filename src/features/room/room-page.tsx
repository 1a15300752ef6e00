import { Button, Group, TextInput } from "@mantine/core";
import { useState } from "react";
import { useNavigate } from "react-router";
import { useLoopSession, useLoopView } from "../../bindings/loop-session-context";
import { hrefTo, paths } from "../../bindings/paths";
import type { Failure, RoomState } from "../../bindings/services";
import { useLive } from "../../bindings/use-live";
import { type LoopView, missingCards } from "../../domain/loop/loop-view";
import { wearsHat } from "../../domain/loop/roster";
import { type Column, DataTable } from "../../ui/data-table";
import { ErrorCard } from "../../ui/error-card";
import { Notice } from "../../ui/notice";
import { Page, PageHeader } from "../../ui/page";
import { Section } from "../../ui/section";
import { StatusDot } from "../../ui/status-dot";
import { type BoardRow, boardRows } from "./board";
import { hatWords } from "./hats";
import { InviteCard } from "./invite-card";
import { Lobby } from "./lobby";
import classes from "./room.module.css";
import { roomTrouble } from "./words";

const boardColumns = (loopId: LoopView["loopId"], revealed: boolean): readonly Column<BoardRow>[] => [
  { key: "person", header: "Panelist", cell: (row) => (row.mine ? `${row.person} (you)` : row.person) },
  { key: "slot", header: "Slot", cell: (row) => row.slot },
  { key: "progress", header: "Card", cell: (row) => row.progress },
  {
    key: "lamp",
    header: "Where it is",
    cell: (row) => (
      <StatusDot
        shape={row.lamp.shape}
        tone={row.lamp.shape === "bang" ? "attention" : row.lamp.shape === "empty" ? "quiet" : "accent"}
        label={row.lamp.words}
      />
    ),
  },
  {
    key: "open",
    header: "",
    align: "end",
    cell: (row) =>
      row.mine && !revealed ? (
        <Button component="a" size="compact-sm" variant="light" href={hrefTo(paths.slot(loopId, row.slotId))}>
          Open my card
        </Button>
      ) : null,
  },
];

interface Member {
  readonly personId: string;
  readonly name: string;
  readonly hats: string;
  readonly state: { readonly shape: "full" | "half" | "empty" | "dash"; readonly words: string };
}

const memberRows = (view: LoopView, room: RoomState): readonly Member[] =>
  view.persons.map((person) => {
    const devices = view.devices.filter((device) => device.personId === person.personId);
    const links = room.peers.filter((peer) => devices.some((device) => device.deviceId === peer.deviceId));
    return {
      personId: person.personId,
      name: person.name,
      hats: person.hats.map((hat) => hatWords[hat]).join(", "),
      state: memberState(person.personId === view.me?.personId, devices.length, links),
    };
  });

const memberState = (isMe: boolean, devices: number, links: RoomState["peers"]): Member["state"] => {
  if (isMe) return { shape: "full", words: "here, this laptop" };
  if (links.some((link) => link.link === "direct")) return { shape: "full", words: "here" };
  if (links.length > 0) return { shape: "half", words: "connecting" };
  return devices === 0 ? { shape: "dash", words: "no laptop yet" } : { shape: "empty", words: "away" };
};

const memberColumns: readonly Column<Member>[] = [
  { key: "name", header: "Person", cell: (row) => row.name },
  { key: "hats", header: "In this loop", cell: (row) => row.hats },
  {
    key: "state",
    header: "Laptop",
    cell: (row) => (
      <StatusDot
        shape={row.state.shape}
        tone={row.state.shape === "full" ? "accent" : "quiet"}
        label={row.state.words}
      />
    ),
  },
];

const safetyLine = (view: LoopView): string => {
  const missing = missingCards(view).length;
  const required = view.cards.filter((card) => card.required).length;
  if (view.reveal !== null) return "The cards are revealed.";
  if (missing === 0) return `All ${required} cards are sealed.`;
  return `${required - missing} of ${required} cards are sealed.`;
};

const Reveal = ({ view }: { readonly view: LoopView }) => {
  const session = useLoopSession();
  const navigate = useNavigate();
  const [reason, setReason] = useState("");
  const [failure, setFailure] = useState<Failure | null>(null);
  const missing = missingCards(view);
  const reveal = async () => {
    const revealed = await session.reveal(missing.length === 0 ? null : { reason: reason.trim() });
    setFailure(revealed.ok ? null : revealed.error);
    if (revealed.ok) await navigate(paths.debrief(view.loopId));
  };
  return (
    <Section id="reveal" title="Reveal" note={safetyLine(view)}>
      {missing.length === 0 ? null : (
        <TextInput
          maw={560}
          label="Reveal early, because"
          description="Whoever has not sealed yet will be marked as having seen the others first."
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      )}
      <Group mt="md">
        <Button onClick={() => void reveal()} disabled={missing.length > 0 && reason.trim() === ""}>
          {missing.length === 0 ? "Reveal the cards" : "Reveal early"}
        </Button>
      </Group>
      {failure === null ? null : <ErrorCard trouble={roomTrouble(failure)} />}
    </Section>
  );
};

/** Who is here, which card is where, how to get in, and what the panel waits for. */
export const RoomPage = () => {
  const view = useLoopView();
  const room = useLive(useLoopSession().room);
  const isFacilitator = view.me !== null && wearsHat(view.me, "facilitator");
  const { plan } = view;
  return (
    <Page>
      <PageHeader
        title={plan === null ? "Loop" : plan.candidate.name}
        note={plan === null ? "The plan has not arrived yet." : `${plan.kit.title} · ${safetyLine(view)}`}
        actions={
          view.reveal === null ? undefined : (
            <Button component="a" href={hrefTo(paths.debrief(view.loopId))}>
              Go to the debrief
            </Button>
          )
        }
      />
      {room.problem === null ? null : <ErrorCard trouble={roomTrouble(room.problem)} />}
      {view.refused.length === 0 ? null : (
        <Notice tone="attention">
          {view.refused.length} {view.refused.length === 1 ? "entry was" : "entries were"} refused and kept
          apart: {[...new Set(view.refused.map((entry) => `${entry.kind} (${entry.reason})`))].join(", ")}.
        </Notice>
      )}
      <Lobby view={view} requests={room.lobby} />
      <div className={classes.room}>
        <div>
          <Section id="people" title="People">
            <DataTable
              label="People of this loop"
              columns={memberColumns}
              rows={memberRows(view, room)}
              rowKey={(row) => row.personId}
            />
          </Section>
          <Section id="cards" title="Cards" note={safetyLine(view)}>
            <DataTable
              label="Cards of this loop"
              columns={boardColumns(view.loopId, view.reveal !== null)}
              rows={boardRows(view)}
              rowKey={(row) => row.key}
            />
          </Section>
          {isFacilitator && view.reveal === null ? <Reveal view={view} /> : null}
        </div>
        {isFacilitator ? <InviteCard room={room} /> : null}
      </div>
    </Page>
  );
};
