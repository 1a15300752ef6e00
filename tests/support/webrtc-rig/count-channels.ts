import type { ChannelCounts } from "./page-rig";

/** Follows every data channel that this window makes or is given from now on; returns what became of them so far. */
export const countChannels = (): (() => ChannelCounts) => {
  let opened = 0;
  let closed = 0;
  let longestMessage = 0;
  const follow = (channel: RTCDataChannel): void => {
    const send = channel.send.bind(channel) as (message: ArrayBufferView<ArrayBuffer>) => void;
    channel.send = (message: unknown) => {
      if (!ArrayBuffer.isView(message)) throw new Error("only bytes are sent");
      longestMessage = Math.max(longestMessage, message.byteLength);
      send(message as ArrayBufferView<ArrayBuffer>);
    };
    channel.addEventListener("open", () => {
      opened += 1;
      channel.addEventListener("close", () => {
        closed += 1;
      });
    });
  };
  window.RTCPeerConnection = class extends RTCPeerConnection {
    constructor(config?: RTCConfiguration) {
      super(config);
      this.addEventListener("datachannel", ({ channel }) => follow(channel));
    }
    override createDataChannel(label: string, options?: RTCDataChannelInit): RTCDataChannel {
      const channel = super.createDataChannel(label, options);
      follow(channel);
      return channel;
    }
  };
  return () => ({ opened, closed, longestMessage });
};
