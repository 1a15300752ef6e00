import { type Logo, largestLogo } from "../../domain/company/company-template";
import { err, ok, type Result } from "../../domain/result";

export type LogoFailure = { readonly type: "logoTooLarge" } | { readonly type: "notALogo" };

const kinds: Readonly<Record<string, Logo["kind"]>> = { "image/png": "png", "image/jpeg": "jpg" };

const base64Of = (bytes: Uint8Array): string =>
  btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));

/** The picture of a file a person chose: PNG or JPEG of at most half a megabyte that the window can draw. */
export const readLogo = async (file: File): Promise<Result<Logo, LogoFailure>> => {
  const kind = kinds[file.type];
  if (kind === undefined) return err({ type: "notALogo" });
  if (file.size > largestLogo) return err({ type: "logoTooLarge" });
  try {
    const drawn = await createImageBitmap(file);
    const { width, height } = drawn;
    drawn.close();
    return ok({ kind, base64: base64Of(new Uint8Array(await file.arrayBuffer())), width, height });
  } catch (thrown) {
    if (thrown instanceof DOMException) return err({ type: "notALogo" });
    throw thrown;
  }
};
