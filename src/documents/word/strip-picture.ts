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
  const distance = Math.sqrt((x - shape.x) ** 2 + (y - shape.y) ** 2);
  return distance < shape.radius && (shape.filled || distance >= shape.radius - ringWidth);
};

/** Whether a box covers all of a pixel, so that it need not be asked at every place. */
const isWhole = (shape: Shape, { left, top, right, bottom }: Box, x: number, y: number): boolean =>
  shape.kind === "box" &&
  x >= left * scale &&
  x + 1 <= right * scale &&
  y >= top * scale &&
  y + 1 <= bottom * scale;

/** How much of a pixel a shape covers, 0 to 1. */
const coverOf = (shape: Shape, box: Box, x: number, y: number): number => {
  if (isWhole(shape, box, x, y)) return 1;
  let on = 0;
  for (let down = 0; down < samples; down += 1)
    for (let across = 0; across < samples; across += 1) {
      const [atX, atY] = [x + (across + 0.5) / samples, y + (down + 0.5) / samples];
      if (isOn(shape, box, atX / scale, atY / scale)) on += 1;
    }
  return on / (samples * samples);
};

const blend = (rgb: Uint8Array, at: number, cover: number, ink: Inks[Shape["ink"]]): void => {
  for (let channel = 0; channel < 3; channel += 1)
    rgb[at + channel] = Math.round((rgb[at + channel] ?? 255) * (1 - cover) + (ink[channel] ?? 0) * cover);
};

const paint = (pixels: Pixels, shape: Shape, ink: Inks[Shape["ink"]]): void => {
  const { width, height } = pixels;
  const box = boxOf(shape);
  const right = Math.min(width, Math.ceil(box.right * scale));
  const bottom = Math.min(height, Math.ceil(box.bottom * scale));
  for (let y = Math.max(0, Math.floor(box.top * scale)); y < bottom; y += 1)
    for (let x = Math.max(0, Math.floor(box.left * scale)); x < right; x += 1) {
      const cover = coverOf(shape, box, x, y);
      if (cover > 0) blend(pixels.rgb, (y * width + x) * 3, cover, ink);
    }
};

/** A PNG file of a strip on white. It has no letters, so it needs no font and looks the same everywhere. */
export const stripPicture = (shapes: readonly Shape[], inks: Inks): Uint8Array => {
  const width = stripSize.width * scale;
  const height = stripSize.height * scale;
  const pixels = { width, height, rgb: new Uint8Array(width * height * 3).fill(255) };
  for (const shape of shapes) paint(pixels, shape, inks[shape.ink]);
  return pngOf(pixels);
};
