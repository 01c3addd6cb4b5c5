import { pathToFileURL } from 'node:url';
import { compileFunction, constants } from 'node:vm';
import JestRuntime from 'jest-runtime';
import { sourceMaps } from '../typescript.mjs';

/** Has Node load specs and all they import, each module once in a worker; only where a spec has a realm of its own, Jest does. */
export default class OneRealmRuntime extends JestRuntime {
  #sharesRealm;

  constructor(config, environment, ...others) {
    super(config, environment, ...others);
    this.#sharesRealm = environment.getVmContext() === null;
    // What is Jest's own holds the tests of one file, and is loaded anew for each.
    if (this.#sharesRealm) this.executor.compile = (source, filename) => this.#compileHere(source, filename);
  }

  async unstable_importModule(path, name) {
    return this.#sharesRealm ? import(pathToFileURL(path).href) : super.unstable_importModule(path, name);
  }

  getSourceMaps() {
    return this.#sharesRealm ? sourceMaps : super.getSourceMaps();
  }

  #compileHere(source, filename) {
    return compileFunction(source, this.executor.injectedModuleParameters, { filename, importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER });
  }
}
