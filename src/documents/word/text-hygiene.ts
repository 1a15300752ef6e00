/** What XML 1.0 may not carry, although UTF-8 can: control characters, U+FFFE and U+FFFF, lone surrogates. */
const illegalInXml = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufffe\uffff]/g;

/**
 * Direction overrides and isolates: pasted text that carries an unclosed one would turn around what follows it in the
 * document ("1 Below" read backwards).
 */
const directionControls = /[\u202a-\u202e\u2066-\u2069]/g;

/** Text as a Word file may carry it: what XML forbids is removed, lone surrogates become U+FFFD. */
export const wordText = (text: string): string =>
  text.toWellFormed().replace(illegalInXml, "").replace(directionControls, "");

/** The lines of a text: Word has no line feed inside a run. */
export const wordLines = (text: string): readonly string[] => wordText(text).split(/\r\n|[\n\r\u2028\u2029]/);
