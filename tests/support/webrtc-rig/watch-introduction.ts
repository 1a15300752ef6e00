/** Tells when the signaling server has passed on what this window says of itself. */
export interface Introduction {
  /** Forgets what was passed on before; called when the laptop joins. */
  readonly renew: () => void;
  /** Resolves once a message of this window came back, as it does to everybody in the topic. */
  readonly done: () => Promise<void>;
}

const dataOf = (text: unknown): unknown => {
  const message: unknown = typeof text === "string" ? JSON.parse(text) : null;
  return typeof message === "object" && message !== null && "data" in message ? message.data : undefined;
};

/** Follows every WebSocket that is made in this window from now on. */
export const watchIntroduction = (): Introduction => {
  const said = new Set<unknown>();
  let isDone = false;
  let waiting: (() => void)[] = [];
  const passedOn = (): void => {
    isDone = true;
    for (const resolve of waiting) resolve();
    waiting = [];
  };
  window.WebSocket = class extends WebSocket {
    constructor(url: string | URL) {
      super(url);
      this.addEventListener("message", ({ data }) => {
        if (said.has(dataOf(data))) passedOn();
      });
    }
    override send(text: string): void {
      const data = dataOf(text);
      if (data !== undefined) said.add(data);
      super.send(text);
    }
  };
  return {
    renew: () => {
      said.clear();
      isDone = false;
    },
    done: () =>
      new Promise((resolve) => {
        if (isDone) resolve();
        else waiting.push(resolve);
      }),
  };
};
