import { Button } from "@mantine/core";
import { useState } from "react";
import { type Failure, type Invite, type RoomState, useServices } from "../../bindings/services";
import { ErrorCard } from "../../ui/error-card";
import { GroupLabel } from "../../ui/section";
import classes from "./invite.module.css";
import { roomTrouble } from "./room-troubles";
import type { Door } from "./use-door";

const ClosedRoom = ({ door }: { readonly door: Door }) => (
  <div className={classes.invite}>
    <GroupLabel as="h2">The room is closed</GroupLabel>
    <p className={classes.small}>
      Open it to let the panel’s laptops in. They meet directly on this network; nothing goes to the internet.
    </p>
    <Button onClick={() => void door.open()} loading={door.busy}>
      Open the room
    </Button>
  </div>
);

const CopyInvite = ({ text }: { readonly text: string }) => {
  const { shell } = useServices();
  const [copied, setCopied] = useState("");
  const copy = async () => {
    await shell.copyText(text);
    setCopied(text);
  };
  return (
    <Button onClick={() => void copy()} data-invite={text}>
      {copied === text ? "Copied" : "Copy the invite"}
    </Button>
  );
};

/** The file's name says no more than what is read aloud anyway. */
const inviteFileName = ({ typedCode }: Invite): string =>
  `Panelbook invite ${typedCode.slice(typedCode.lastIndexOf("/") + 1)}.pbinvite`;

const SaveInvite = ({ invite }: { readonly invite: Invite }) => {
  const { shell } = useServices();
  const [failure, setFailure] = useState<Failure | null>(null);
  const save = async () => {
    const bytes = new TextEncoder().encode(`${invite.text}\n`);
    const saved = await shell.saveFile({ kind: "invite", suggestedName: inviteFileName(invite), bytes });
    setFailure(saved.ok || saved.error.type === "cancelled" ? null : { ...saved.error });
  };
  return (
    <>
      <Button variant="default" onClick={() => void save()}>
        Save the invite as a file
      </Button>
      {failure === null ? null : <ErrorCard trouble={roomTrouble(failure)} />}
    </>
  );
};

const OpenRoom = ({ invite, door }: { readonly invite: Invite; readonly door: Door }) => (
  <div className={classes.invite}>
    <GroupLabel as="h2">Invite the panel</GroupLabel>
    {/* The picture is drawn by this program from the invite's own text. */}
    <img
      className={classes.qr}
      alt="The invite as a QR code"
      src={`data:image/svg+xml;utf8,${encodeURIComponent(invite.qrSvg)}`}
    />
    <p className={classes.code} data-testid="typed-code">
      {invite.typedCode}
    </p>
    <p className={classes.small}>
      The QR, the copied text and the file are the whole invite. The code above can be typed; then compare six
      words.
    </p>
    <div className={classes.buttons}>
      <CopyInvite text={invite.text} />
      <SaveInvite invite={invite} />
      <Button variant="default" onClick={door.close}>
        Close the room
      </Button>
    </div>
  </div>
);

interface InviteCardProps {
  readonly room: RoomState;
  readonly door: Door;
}

/** Opens the room for others and shows the way in: a picture, a text to copy, a code to type. */
export const InviteCard = ({ room, door }: InviteCardProps) =>
  room.invite === null ? <ClosedRoom door={door} /> : <OpenRoom invite={room.invite} door={door} />;

/** For a member: whoever knocks at their door is let in by whoever leads the loop. */
export const MemberDoor = ({ room, door, onShow }: InviteCardProps & { readonly onShow: () => void }) => (
  <Button
    variant="default"
    loading={door.busy}
    onClick={() => {
      onShow();
      if (room.invite === null) void door.open();
    }}
  >
    {room.invite === null ? "Open my door to a latecomer" : "Show the invite"}
  </Button>
);

/** The same in one line, for the time when everybody is in and the invite would only stand in the way. */
export const DoorButtons = ({ room, door, onShow }: InviteCardProps & { readonly onShow: () => void }) => {
  if (room.invite === null) {
    return (
      <Button variant="default" onClick={() => void door.open()} loading={door.busy}>
        Open the room
      </Button>
    );
  }
  return (
    <>
      <Button variant="default" onClick={onShow}>
        Show the invite
      </Button>
      <Button variant="default" onClick={door.close}>
        Close the room
      </Button>
    </>
  );
};
