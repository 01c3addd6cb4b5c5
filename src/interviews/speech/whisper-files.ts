import { existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { ConfigurationError, projectRoot } from '../../platform/config/index.js';

export const LIBRARY = '@huggingface/transformers';
const FETCH = 'Fetch both with: npm run whisper:fetch --';

/** What is needed to write down on this machine what is said: the library that runs a model, and the files of one. */
export interface WhisperFiles {
  readonly library: string;
  readonly folder: string;
  readonly model: string;
  /** Which of its files are there: with numbers of 8 bit, which are quicker, or of 32 bit. */
  readonly numbers: 'q8' | 'fp32';
}

/** Throws a ConfigurationError that says in plain words what is missing, and how to get it. */
export function whisperFiles(modelsDir: string, model: string): WhisperFiles {
  const folder = resolve(modelsDir);
  const onnx = join(folder, model, 'onnx');
  const files = isModelName(model) && existsSync(join(folder, model, 'config.json')) && existsSync(onnx) ? readdirSync(onnx) : [];
  const numbers = (['q8', 'fp32'] as const).find((each) => ['encoder_model', 'decoder_model_merged'].every((part) => files.includes(`${part}${each === 'q8' ? '_quantized' : ''}.onnx`)));
  const library = libraryFor(folder);
  if (numbers !== undefined && library !== null) return { library, folder, model, numbers };
  throw new ConfigurationError([
    ...(numbers === undefined ? [`MODELS_DIR: ${folder} does not hold the files of the Whisper model ${model}. ${FETCH} ${folder} ${model}`] : []),
    ...(library === null ? [`MODELS_DIR: the package ${LIBRARY}, which runs Whisper, is neither in ${folder} nor installed here. ${FETCH} ${folder} ${model}`] : []),
  ]);
}

/** `owner/name` or `name`, and no way out of the folder. */
const isModelName = (model: string): boolean => /^[\w][\w.-]*(\/[\w][\w.-]*)?$/.test(model);

/** It is hundreds of megabytes, so it is not installed with the product: it lies beside the models, or was installed here. */
function libraryFor(folder: string): string | null {
  for (const place of [folder, projectRoot]) {
    try {
      return createRequire(join(place, 'index.js')).resolve(LIBRARY);
    } catch {
      // Not here.
    }
  }
  return null;
}
