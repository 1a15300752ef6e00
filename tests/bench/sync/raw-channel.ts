/** A bare data channel between two windows that moves bytes in slices and does nothing else. */
const connection = new RTCPeerConnection({ iceServers: [] });
const channel = connection.createDataChannel("raw", { negotiated: true, id: 7 });
channel.binaryType = "arraybuffer";

/** The slices y-webrtc's replacement cuts too; a larger message would close the channel. */
const slice = 60 * 1024;

const gathered = async (): Promise<string> => {
  while (connection.iceGatheringState !== "complete")
    await new Promise((done) => connection.addEventListener("icegatheringstatechange", done, { once: true }));
  return JSON.stringify(connection.localDescription);
};

const whenOpen = async (): Promise<void> => {
  if (channel.readyState === "open") return;
  await new Promise((done) => channel.addEventListener("open", done, { once: true }));
};

/** Introduces two windows to each other: `offer` here, `answer` there, `accept` here. */
export const rawChannel = {
  offer: async (): Promise<string> => {
    await connection.setLocalDescription();
    return gathered();
  },
  answer: async (offered: string): Promise<string> => {
    await connection.setRemoteDescription(JSON.parse(offered));
    await connection.setLocalDescription();
    return gathered();
  },
  accept: async (answered: string): Promise<void> => {
    await connection.setRemoteDescription(JSON.parse(answered));
    await whenOpen();
  },
  send: (bytes: Uint8Array<ArrayBuffer>): void => {
    for (let at = 0; at < bytes.length; at += slice) channel.send(bytes.slice(at, at + slice));
  },
  /** All of the next `length` bytes, as soon as they are there. */
  receive: (length: number): Promise<Uint8Array> =>
    new Promise((resolve) => {
      const whole = new Uint8Array(length);
      let filled = 0;
      channel.onmessage = ({ data }: MessageEvent<ArrayBuffer>) => {
        whole.set(new Uint8Array(data), filled);
        filled += data.byteLength;
        if (filled === length) resolve(whole);
      };
    }),
};
