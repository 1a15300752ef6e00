import type { Card } from "./card";
import { sealedForm } from "./card-versions";

/** The most a sealed card may hold, in bytes of its JSON. A day of writing is about 20 KB; an envelope stays under half a megabyte. */
export const maxCardBytes = 256 * 1024;

/** More than any answer, tick or note has around its text. */
const aroundText = { answer: 400, tick: 130, note: 60, rest: 2_000 } as const;
/** Bytes of UTF-8 that one unit of UTF-16 has at the most. */
const mostBytesPerUnit = 3;

/** Everything somebody typed beside notes; each goes with what JSON has around it. */
const textsBesideNotes = ({
  takeaway,
  amendReason,
  overall,
  onBehalf,
  exercise,
  rolePlay,
}: Card): readonly string[] => [
  takeaway,
  amendReason,
  overall.kind === "noDecision" ? overall.reason : "",
  onBehalf?.reason ?? "",
  ...(exercise?.testAnswers ?? []).map(({ text }) => text),
  ...(rolePlay === null ? [] : [...rolePlay.delivered, ...rolePlay.breaches]).map(({ text }) => text),
];

/** Never less than the card has; cheap, since it is asked at every key press. */
const atMostBytes = (card: Card): number => {
  const items = [...card.answers, ...(card.exercise === null ? [] : [card.exercise])];
  let bytes: number = aroundText.rest + (card.exercise?.criteria.length ?? 0) * aroundText.note;
  // A quotation mark or a line break takes a second byte, which is less than three for one.
  const add = (text: string, around: number): void => {
    bytes += text.length * mostBytesPerUnit + around;
  };
  for (const { ticks, notes } of items) {
    bytes += aroundText.answer + ticks.length * aroundText.tick;
    for (const { text } of notes) add(text, aroundText.note);
  }
  for (const text of textsBesideNotes(card)) add(text, aroundText.tick);
  return bytes;
};

const utf8Length = (text: string): number => {
  let bytes = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    const isSurrogate = unit >= 0xd800 && unit <= 0xdfff;
    bytes += unit < 0x80 ? 1 : unit < 0x800 || isSurrogate ? 2 : 3;
  }
  return bytes;
};

/** Bytes of the card's JSON as it will be sealed. */
export const cardBytes = (card: Card): number => utf8Length(JSON.stringify(sealedForm(card)));

/** Whether a card can be sealed as far as its size goes. */
export const fitsSealing = (card: Card): boolean =>
  atMostBytes(card) <= maxCardBytes || cardBytes(card) <= maxCardBytes;
