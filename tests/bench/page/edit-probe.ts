/**
 * Runs inside a window of the built program, put there from outside: times key presses, what the window shows, and a
 * data channel of its own. All times are this window's `performance.now()`.
 */

/** The only sentence of the interview that a colleague's edit changes. */
const coverageWords = /has been asked about by|Nobody has asked about/;

const coverageLine = (): string | null => {
  const lines = [...document.querySelectorAll("p")].map((line) => line.textContent);
  return lines.find((text) => coverageWords.test(text)) ?? null;
};

let pressedAt = 0;
window.addEventListener(
  "keydown",
  () => {
    pressedAt = performance.now();
  },
  { capture: true },
);

/** When the last key reached the window, before anything of the program heard of it. */
const lastPress = (): number => pressedAt;

/** Runs `act` as soon as the task that runs now is over, with everything that follows from it at once. */
const afterThisTask = (act: () => void): void => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    port1.close();
    act();
  };
  port2.postMessage(null);
};

/**
 * When the last message was opened, checked, applied and told to every observer of the document: all of that is one
 * task of the window, which begins when the cipher answers. What else waits in the window only makes it later.
 */
let observedAt = 0;
const decrypt = SubtleCrypto.prototype.decrypt;
SubtleCrypto.prototype.decrypt = function (this: SubtleCrypto, ...given) {
  const opening = decrypt.apply(this, given);
  const note = (): void =>
    afterThisTask(() => {
      observedAt = performance.now();
    });
  opening.then(note, note);
  return opening;
};

/** The moment the observers had run, and the moment the sentence was another one. */
interface Change {
  readonly observed: number;
  readonly shown: number;
}

let change: Promise<Change> | null = null;

/** Starts to watch; `seen` gives the moments of the change. */
const watch = (): void => {
  const before = coverageLine();
  change = new Promise((done) => {
    const observer = new MutationObserver(() => {
      if (coverageLine() === before) return;
      observer.disconnect();
      done({ observed: observedAt, shown: performance.now() });
    });
    observer.observe(document.body, { subtree: true, childList: true, characterData: true });
  });
};

const seen = async (): Promise<Change> => {
  if (change === null) throw new Error("nothing is watched");
  return change;
};

const longest = { bytes: 0 };
const channelSend = RTCDataChannel.prototype.send;

/** Notes how long messages on data channels are, until `weighed`. */
const weigh = (): void => {
  RTCDataChannel.prototype.send = function (this: RTCDataChannel, message: never) {
    longest.bytes = Math.max(longest.bytes, (message as ArrayBufferView).byteLength);
    channelSend.call(this, message);
  };
};

/** The longest message since `weigh`, in bytes. */
const weighed = (): number => {
  RTCDataChannel.prototype.send = channelSend;
  return longest.bytes;
};

const connection = new RTCPeerConnection({ iceServers: [] });
let channel: RTCDataChannel | null = null;
let answer: ((echo: { readonly received: number; readonly back: number }) => void) | null = null;

/** The description with every candidate in it. */
const gathered = async (): Promise<string> => {
  while (connection.iceGatheringState !== "complete") {
    await new Promise((done) => connection.addEventListener("icegatheringstatechange", done, { once: true }));
  }
  return JSON.stringify(connection.localDescription);
};

const offer = async (): Promise<string> => {
  channel = connection.createDataChannel("probe");
  channel.binaryType = "arraybuffer";
  channel.onmessage = ({ data }: MessageEvent<ArrayBuffer>) => {
    const back = performance.now();
    answer?.({ received: new DataView(data).getFloat64(0), back });
  };
  await connection.setLocalDescription();
  return gathered();
};

/** Takes the other window's offer and echoes every message with the moment it came. */
const echoTo = async (offered: string): Promise<string> => {
  connection.ondatachannel = ({ channel: theirs }) => {
    theirs.binaryType = "arraybuffer";
    theirs.onmessage = ({ data }: MessageEvent<ArrayBuffer>) => {
      new DataView(data).setFloat64(0, performance.now());
      theirs.send(data);
    };
  };
  await connection.setRemoteDescription(JSON.parse(offered));
  await connection.setLocalDescription();
  return gathered();
};

const connect = async (answered: string): Promise<void> => {
  const opening = channel;
  if (opening === null) throw new Error("nothing was offered");
  await connection.setRemoteDescription(JSON.parse(answered));
  if (opening.readyState === "open") return;
  await new Promise((done) => opening.addEventListener("open", done, { once: true }));
};

/** Sends `bytes` there and back. */
const ping = async (bytes: number) => {
  const message = new ArrayBuffer(Math.max(8, bytes));
  const echoed = new Promise<{ readonly received: number; readonly back: number }>((done) => {
    answer = done;
  });
  const sent = performance.now();
  channel?.send(message);
  return { sent, ...(await echoed) };
};

/** Milliseconds that one question to the main process and its answer take. */
const askMain = async (): Promise<number> => {
  const started = performance.now();
  await window.panelbook.app.info();
  return performance.now() - started;
};

/** What the bench calls by name. */
export const probe = {
  coverageLine,
  lastPress,
  watch,
  seen,
  weigh,
  weighed,
  offer,
  echoTo,
  connect,
  ping,
  askMain,
};
export type Probe = typeof probe;
