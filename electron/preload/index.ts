import { contextBridge, type IpcRendererEvent, ipcRenderer } from "electron";
import { channelNames, noticeNames } from "../contract/names";

type Member = (argument?: unknown) => unknown;
const bridge: Record<string, Record<string, Member>> = {};

const add = (name: string, member: Member, rename: (action: string) => string): void => {
  const [capability = "", action = ""] = name.split(".");
  bridge[capability] = { ...bridge[capability], [rename(action)]: member };
};

/** The event itself stays on this side: it holds the sender. */
const listen = (name: string, listener: unknown): (() => void) => {
  if (typeof listener !== "function") throw new TypeError(`${name} needs a listener`);
  const forward = (_event: IpcRendererEvent, payload: unknown): void => {
    listener(payload);
  };
  ipcRenderer.on(name, forward);
  return () => {
    ipcRenderer.off(name, forward);
  };
};

for (const name of channelNames)
  add(
    name,
    (input) => ipcRenderer.invoke(name, input),
    (action) => action,
  );
for (const name of noticeNames)
  add(
    name,
    (listener) => listen(name, listener),
    (event) => `on${event.charAt(0).toUpperCase()}${event.slice(1)}`,
  );

contextBridge.exposeInMainWorld("panelbook", bridge);
