import { contextBridge, ipcRenderer } from "electron";
import { candidateChannelNames } from "../contract/candidate-names";

/** The whole of what the candidate's page can reach: one function for each question it may ask. */
const bridge: Record<string, (input?: unknown) => Promise<unknown>> = {};
for (const name of candidateChannelNames)
  bridge[name.slice("candidate.".length)] = (input) => ipcRenderer.invoke(name, input);

contextBridge.exposeInMainWorld("applicant", bridge);
