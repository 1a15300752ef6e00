import { Button, CopyButton, Group } from "@mantine/core";
import { useState } from "react";
import { useLoopSession } from "../../bindings/loop-session-context";
import type { Failure, RoomState } from "../../bindings/services";
import { ErrorCard } from "../../ui/error-card";
import { GroupLabel } from "../../ui/section";
import classes from "./room.module.css";
import { roomTrouble } from "./words";

/** Opens the room for others and shows the way in: a picture, a text to copy, a code to type. */
export const InviteCard = ({ room }: { readonly room: RoomState }) => {
  const session = useLoopSession();
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  const open = async () => {
    setBusy(true);
    const started = await session.startHosting();
    setBusy(false);
    setFailure(started.ok ? null : started.error);
  };
  if (room.invite === null) {
    return (
      <div className={classes.invite}>
        <GroupLabel as="h2">The room is closed</GroupLabel>
        <p className={classes.small}>
          Open it to let the panel's laptops in. They meet directly on this network; nothing goes to the
          internet.
        </p>
        <Button onClick={() => void open()} loading={busy}>
          Open the room
        </Button>
        {failure === null ? null : <ErrorCard trouble={roomTrouble(failure)} />}
      </div>
    );
  }
  const { invite } = room;
  return (
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
        The QR and the copied text are the whole invite. The code above can be typed; then compare six words.
      </p>
      <Group gap="sm">
        <CopyButton value={invite.text}>
          {({ copied, copy }) => (
            <Button onClick={copy} data-invite={invite.text}>
              {copied ? "Copied" : "Copy the invite"}
            </Button>
          )}
        </CopyButton>
        <Button variant="default" onClick={() => void session.stopHosting()}>
          Close the room
        </Button>
      </Group>
    </div>
  );
};
