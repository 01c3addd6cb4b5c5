import { encode } from 'uqr';

export interface Bar {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** A QR code as bars, one module high, without the quiet zone; `size` modules wide and high. */
export function qrBars(text: string): { size: number; bars: Bar[] } {
  const { data, size } = encode(text, { ecc: 'M', border: 0 });
  const bars = data.flatMap((row, y) => {
    const found: Bar[] = [];
    let start = -1;
    for (let x = 0; x <= size; x += 1) {
      if (row[x] === true && start < 0) start = x;
      if (row[x] !== true && start >= 0) {
        found.push({ x: start, y, width: x - start });
        start = -1;
      }
    }
    return found;
  });
  return { size, bars };
}
