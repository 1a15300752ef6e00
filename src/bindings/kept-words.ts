import type { DeviceId } from "../domain/ids";
import { isSameNote, type KeptWords, type SharedNote } from "../domain/loop/kept-words";
import type { LoopView } from "../domain/loop/loop-view";
import { nameIn } from "./loop-names";
import { useLoopSession } from "./loop-session-context";
import { possessive } from "./name-lists";
import type { LoopSession } from "./services";
import { useLive } from "./use-live";

/** What went out of one note and is kept on this laptop. */
export interface KeptOfNote {
  readonly kept: readonly KeptWords[];
  readonly putBack: LoopSession["putBackWords"];
  readonly dismiss: LoopSession["dismissWords"];
}

export const useKeptWords = (note: SharedNote): KeptOfNote => {
  const session = useLoopSession();
  const kept = useLive(session.keptWords);
  return {
    kept: kept.filter((one) => isSameNote(one.note, note)),
    putBack: session.putBackWords,
    dismiss: session.dismissWords,
  };
};

const shownLetters = 80;

const beginningOf = (words: string): string => {
  const letters = [...words.trim().replace(/\s+/gu, " ")];
  return letters.length <= shownLetters ? letters.join("") : `${letters.slice(0, shownLetters).join("")}…`;
};

type Names = Pick<LoopView, "persons" | "devices">;

const laptopOf = (view: Names, deviceId: DeviceId): string => {
  const owner = view.devices.find((device) => device.deviceId === deviceId)?.personId ?? null;
  return `${possessive(nameIn(view, owner))} laptop`;
};

/** Who took the words away and by whose word, when, and how they began; `time` as the screens write times. */
export const keptWordsText = (
  view: Names,
  { deviceId, passedBy, how, words }: KeptWords,
  time: string,
): string => {
  const said = `It said: “${beginningOf(words)}”`;
  if (deviceId === null)
    return `Most of this note was gone at ${time}, and this laptop did not see by whom. ${said}`;
  const did = how === "emptied" ? "emptied this note" : "rewrote most of this note";
  const by = passedBy === undefined ? "" : `, as ${laptopOf(view, passedBy)} says`;
  return `${laptopOf(view, deviceId)} ${did} at ${time}${by}. ${said}`;
};
