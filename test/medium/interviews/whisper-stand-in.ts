import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SAID } from './speech-server.js';

/** In the place of the library, which is hundreds of megabytes: what it does is decided by how many seconds it is handed. Mostly it says what it was set up with. */
const LIBRARY = `
  const env = {};
  const said = ${JSON.stringify(SAID)};
  const pipeline = async (task, model, how) => {
    return async (samples, listening) => {
      if (samples.length === 16_000) process.exit(1);
      if (samples.length === 32_000) throw new Error('no memory');
      if (samples.length === 48_000) return new Promise(() => undefined);
      if (samples.length === 64_000) return { text: ' ' };
      if (samples.length === 96_000) return { text: ' ' + said, chunks: said.split(' ').map((word, at) => ({ timestamp: [at / 5, (at + 0.9) / 5], text: ' ' + word })) };
      return { text: ' ' + JSON.stringify({ task, model, how, listening, env, peak: Math.max(...samples), pid: process.pid, sees: Object.keys(process.env) }), chunks: [{ timestamp: [0, null], text: '{"task' }] };
    };
  };
  module.exports = { env, pipeline };`;

/** The files of a model, empty. */
export async function modelFiles(folder: string, model: string): Promise<void> {
  await mkdir(join(folder, model, 'onnx'), { recursive: true });
  for (const file of ['config.json', 'onnx/encoder_model_quantized.onnx', 'onnx/decoder_model_merged_quantized.onnx']) await writeFile(join(folder, model, file), '');
}

/** The package that runs models, beside them: of six seconds it writes down what everybody says here. */
export async function libraryFiles(folder: string): Promise<void> {
  const library = join(folder, 'node_modules/@huggingface/transformers');
  await mkdir(library, { recursive: true });
  await writeFile(join(library, 'package.json'), '{"name":"@huggingface/transformers","main":"index.cjs"}');
  await writeFile(join(library, 'index.cjs'), LIBRARY);
}
