import { ringWidth, type Shape, stripSize } from "../charts/strip";
import { type Pixels, pngOf } from "./png";

/** Red, green and blue of each ink, 0 to 255. */
export type Inks = Readonly<Record<Shape["ink"], readonly [number, number, number]>>;

/** Pixels per unit of a strip: on paper, where a strip is about 7 cm wide, some 290 to the inch. */
const scale = 2;

/** Every pixel is asked at this many places in each direction, so that edges are smooth. */
const samples = 4;

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const boxOf = (shape: Shape): Box =>
  shape.kind === "box"
    ? { left: shape.x, top: shape.y, right: shape.x + shape.width, bottom: shape.y + shape.height }
    : {
        left: shape.x - shape.radius,
        top: shape.y - shape.radius,
        right: shape.x + shape.radius,
        bottom: shape.y + shape.radius,
      };

const isOn = (shape: Shape, { left, top, right, bottom }: Box, x: number, y: number): boolean => {
  if (shape.kind === "box") return x >= left && x < right && y >= top && y < bottom;
  const distance = Math.hypot(x - shape.x, y - shape.y);
  return distance < shape.radius && (shape.filled || distance >= shape.radius - ringWidth);
};

/** How much of a pixel a shape covers, 0 to 1. */
const coverOf = (shape: Shape, box: Box, x: number, y: number): number => {
  let on = 0;
  for (let down = 0; down < samples; down += 1)
    for (let across = 0; across < samples; across += 1) {
      const [atX, atY] = [x + (across + 0.5) / samples, y + (down + 0.5) / samples];
      if (isOn(shape, box, atX / scale, atY / scale)) on += 1;
    }
  return on / (samples * samples);
};

const paint = ({ width, height, rgb }: Pixels, shape: Shape, inks: Inks): void => {
  const box = boxOf(shape);
  const right = Math.min(width, Math.ceil(box.right * scale));
  const bottom = Math.min(height, Math.ceil(box.bottom * scale));
  for (let y = Math.max(0, Math.floor(box.top * scale)); y < bottom; y += 1)
    for (let x = Math.max(0, Math.floor(box.left * scale)); x < right; x += 1) {
      const cover = coverOf(shape, box, x, y);
      for (const [channel, value] of inks[shape.ink].entries()) {
        const at = (y * width + x) * 3 + channel;
        rgb[at] = Math.round((rgb[at] ?? 255) * (1 - cover) + value * cover);
      }
    }
};

/** A PNG file of a strip on white. It has no letters, so it needs no font and looks the same everywhere. */
export const stripPicture = (shapes: readonly Shape[], inks: Inks): Uint8Array => {
  const width = stripSize.width * scale;
  const height = stripSize.height * scale;
  const pixels = { width, height, rgb: new Uint8Array(width * height * 3).fill(255) };
  for (const shape of shapes) paint(pixels, shape, inks);
  return pngOf(pixels);
};
