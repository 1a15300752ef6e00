import { Fragment } from "react";
import { plainWord } from "../../../domain/plain-word";

interface Piece {
  readonly text: string;
  readonly marked: boolean;
}

/** The text in pieces, those marked whose word was found; together they are the text again. */
export const markedPieces = (text: string, found: readonly string[]): readonly Piece[] => {
  const wanted = new Set(found);
  return text
    .split(/([\p{L}\p{N}\p{M}]+)/u)
    .filter((piece) => piece !== "")
    .map((piece) => ({ text: piece, marked: wanted.has(plainWord(piece)) }));
};

/** A text with the words marked that were found in it. */
export const Marked = ({ text, found }: { readonly text: string; readonly found: readonly string[] }) => (
  <>
    {markedPieces(text, found).map((piece, index) =>
      piece.marked ? (
        // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a text have no other name
        <mark key={index}>{piece.text}</mark>
      ) : (
        // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a text have no other name
        <Fragment key={index}>{piece.text}</Fragment>
      ),
    )}
  </>
);
