import type { IndexAnswer, IndexCall } from "./index-messages";
import type { IndexPort } from "./kept-index";

interface Waiting {
  readonly resolve: (value: never) => void;
  readonly reject: (error: Error) => void;
}

/** The index in a worker as it is called from the window. */
export const portTo = (worker: Worker): IndexPort => {
  const waiting = new Map<number, Waiting>();
  let calls = 0;
  let ended: Error | null = null;
  worker.addEventListener("message", ({ data }: MessageEvent<IndexAnswer>) => {
    const asked = waiting.get(data.id);
    waiting.delete(data.id);
    if ("failed" in data) asked?.reject(new Error(data.failed));
    else asked?.resolve(data.value as never);
  });
  worker.addEventListener("error", ({ message }) => {
    ended = new Error(message);
    worker.terminate();
    for (const { reject } of waiting.values()) reject(ended);
    waiting.clear();
  });
  const call =
    <Name extends keyof IndexPort>(name: Name) =>
    (...given: Parameters<IndexPort[Name]>): Promise<never> =>
      new Promise((resolve, reject) => {
        // Nobody is there any more to answer.
        if (ended !== null) return reject(ended);
        calls += 1;
        waiting.set(calls, { resolve, reject });
        worker.postMessage({ id: calls, name, given } satisfies IndexCall);
      });
  return {
    known: call("known"),
    put: call("put"),
    remove: call("remove"),
    find: call("find"),
    choices: call("choices"),
    keep: call("keep"),
  };
};
