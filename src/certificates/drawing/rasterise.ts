import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

let ready: Promise<typeof import('@resvg/resvg-wasm')> | null = null;

/** A picture of shapes as PNG, as many pixels as its units; the same bytes for the same picture. It reads no file and no font. */
export async function rasterise(svg: string): Promise<Buffer> {
  const { Resvg } = await (ready ??= load());
  const picture = new Resvg(svg, { fitTo: { mode: 'original' } });
  const image = picture.render();
  try {
    return Buffer.from(image.asPng());
  } finally {
    // The memory is WebAssembly's own, of which no garbage collector knows.
    image.free();
    picture.free();
  }
}

/** 2.5 MB, read when the first picture is asked for. */
async function load(): Promise<typeof import('@resvg/resvg-wasm')> {
  const [library, wasm] = await Promise.all([import('@resvg/resvg-wasm'), readFile(createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm'))]);
  await library.initWasm(wasm);
  return library;
}
