/** Everything below the space but tab and line break, and what came after ASCII: no font draws them, no document holds them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const controls = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;

/**
 * A text as it goes onto a card: line breaks of every system become one kind, control characters go. All else stays as it
 * was typed or pasted: every script and direction, emoji, and half a character that the next key may complete.
 */
export const typedText = (text: string): string => text.replace(/\r\n?/g, "\n").replace(controls, "");
