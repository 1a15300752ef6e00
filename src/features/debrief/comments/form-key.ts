/** A key as the form hears it: `composing` while an input method still puts a character together. */
export interface HeardKey {
  readonly key: string;
  readonly withCommand: boolean;
  readonly composing: boolean;
}

/**
 * What a key does in a form whose text is not kept anywhere: Escape leaves it where nothing is written, and stays where
 * something is, so that only the button throws words away. Null for a key that is the text field's own.
 */
export const formKey = (
  { key, withCommand, composing }: HeardKey,
  text: string,
): "leave" | "stay" | "sign" | null => {
  if (composing) return null;
  if (key === "Escape") return text.trim() === "" ? "leave" : "stay";
  return key === "Enter" && withCommand ? "sign" : null;
};
