import { setDefaultAutoSelectFamilyAttemptTimeout } from 'node:net';
import { ModuleMocker } from 'jest-mock';

// Where `localhost` has two addresses, Node gives up each of them after a quarter of a second, also when it was busy loading a spec and did not look.
setDefaultAutoSelectFamilyAttemptTimeout(30_000);

/**
 * Specs run among the globals of their worker, and not in a realm of their own: what one file has loaded, the next need
 * not load again (`one-realm-runtime.mjs` sees to that). That was half the time of a spec with a World. A spec that changes
 * what others would find loaded says `@jest-environment node` in its first comment, and has a realm of its own.
 */
export default class OneRealmEnvironment {
  global = globalThis;
  moduleMocker = new ModuleMocker(globalThis);
  #before = { console, exit: process.exit, getBuiltinModule: process.getBuiltinModule };

  /** By now Jest has put others in the place of these two, meant for the process of a realm that ends with its file. */
  async setup() {
    process.exit = this.#before.exit;
    process.getBuiltinModule = this.#before.getBuiltinModule;
  }

  async teardown() {
    globalThis.console = this.#before.console;
  }

  getVmContext() {
    return null;
  }
}
