import type { FileReader } from "./store/file-store";

const noStore = { "Cache-Control": "no-store", "X-Content-Type-Options": "nosniff" };

/** First and last byte of a range of so many bytes; null where it asks for none that is there. */
export const askedRange = (header: string | null, size: number): readonly [number, number] | null => {
  const asked = /^bytes=(\d{1,15})-(\d{1,15})?$/.exec(header ?? "bytes=0-");
  if (asked === null) return null;
  const first = Number(asked[1]);
  const last = Math.min(asked[2] === undefined ? size - 1 : Number(asked[2]), size - 1);
  return first <= last ? [first, last] : null;
};

/** The bytes from first to last, decrypted as they are asked for; the reader is closed at the end. */
const streamOf = (reader: FileReader, first: number, last: number): ReadableStream<Uint8Array> => {
  let at = first;
  return new ReadableStream<Uint8Array>(
    {
      pull: async (out) => {
        const read = await reader.readFrom(at);
        if (!read.ok || read.value.length === 0) {
          await reader.close();
          out.error(new Error("the file ends before its end"));
          return;
        }
        const bytes = read.value.subarray(0, last + 1 - at);
        at += bytes.length;
        out.enqueue(bytes);
        if (at <= last) return;
        await reader.close();
        out.close();
      },
      cancel: () => reader.close(),
    },
    { highWaterMark: 0 },
  );
};

/** A kept clip as a player asks for it, whole or in ranges. Its bytes lie decrypted in no cache. */
export const clipResponse = async (
  reader: FileReader,
  range: string | null,
  mimeType: string,
  policy: string,
): Promise<Response> => {
  const headers = { ...noStore, "Content-Security-Policy": policy, "Accept-Ranges": "bytes" };
  const asked = askedRange(range, reader.size);
  if (asked === null) {
    await reader.close();
    return new Response(null, {
      status: 416,
      headers: { ...headers, "Content-Range": `bytes */${reader.size}` },
    });
  }
  const [first, last] = asked;
  return new Response(streamOf(reader, first, last), {
    status: range === null ? 200 : 206,
    headers: {
      ...headers,
      "Content-Type": mimeType,
      "Content-Length": String(last - first + 1),
      "Content-Range": `bytes ${first}-${last}/${reader.size}`,
    },
  });
};
