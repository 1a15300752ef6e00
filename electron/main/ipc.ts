import { BrowserWindow, ipcMain } from "electron";
import { channels, type Handlers, type Notify } from "../contract/contract";
import { channelNames } from "../contract/names";
import { logBug } from "./crash-log";
import { answerCall, type CallRules } from "./guards/answer-call";
import { isTrustedSender } from "./guards/trusted-sender";
import { isOurWindow } from "./window";

/** The one place where the window's questions arrive: every channel, each checked the same way. */
export const setupIpc = (handlers: Handlers): void => {
  for (const channel of channelNames) {
    // The schema of a channel parses to what its own handler takes; the compiler cannot follow that through a loop.
    const handler = handlers[channel] as CallRules["handler"];
    const rules: CallRules = { schema: channels[channel].input, handler, logBug };
    ipcMain.handle(channel, (event, input: unknown) =>
      answerCall(
        { channel, trusted: isTrustedSender(event.senderFrame, isOurWindow(event.sender)), input },
        rules,
      ),
    );
  }
};

/** Sends a notice to every window of ours. */
export const notify: Notify = (name, payload) => {
  for (const window of BrowserWindow.getAllWindows())
    if (isOurWindow(window.webContents)) window.webContents.send(name, payload);
};
