import type { RawData, WebSocket } from "ws";

/** A connection that carries texts, as the lobby sees it. */
export interface TextLine {
  readonly send: (text: string) => void;
  /** Says goodbye; what was sent before still arrives. */
  readonly close: () => void;
}

export interface TextLineListener {
  readonly onText: (text: string) => void;
  readonly onClose: () => void;
  /** An error that `onText` threw; the connection is cut before. */
  readonly onBug: (error: unknown) => void;
}

/** Puts an open socket behind `TextLine`. Binary messages are not part of any protocol here and cut it. */
export const textLine = (socket: WebSocket, listener: TextLineListener): TextLine => {
  socket.on("message", (data: RawData, isBinary: boolean) => {
    if (isBinary) return socket.terminate();
    try {
      listener.onText(data.toString());
    } catch (error) {
      socket.terminate();
      listener.onBug(error);
    }
  });
  socket.once("close", listener.onClose);
  return {
    send: (text) => {
      if (socket.readyState === socket.OPEN) socket.send(text);
    },
    close: () => socket.close(1000),
  };
};
