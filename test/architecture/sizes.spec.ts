import { join } from 'node:path';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { sizeFaults } from './sizes.js';
import { sourceFiles } from './source-files.js';

const root = join(import.meta.dirname, '../..');

/** ESLint as this project sets it up, without the rules that need types: those take ten seconds and are not asked here. */
const linter = new ESLint({ cwd: root, overrideConfig: [tseslint.configs.disableTypeChecked] });

/** The functions that are too long in a text, taken for the file at `path`. */
async function tooLong(path: string, text: string): Promise<string[]> {
  const messages = (await linter.lintText(text, { filePath: path })).flatMap((file) => file.messages);
  const fatal = messages.find((message) => message.fatal);
  if (fatal) throw new Error(fatal.message);
  return messages.filter(({ ruleId }) => ruleId === 'max-lines-per-function').map(({ message }) => message);
}

const functionOf = (lines: number): string => `export function lines${lines}(): void {\n${'  console.log();\n'.repeat(lines - 2)}}\n`;
const constructorOf = (parameters: number): string => `class Planted { constructor(${Array.from({ length: parameters }, (_, index) => `private readonly p${index}: string`).join(', ')}) {} }`;
const controllerOf = (routes: number): string => `@Controller() class Planted { ${Array.from({ length: routes }, (_, index) => `@${['Get', 'Post', 'Put', 'Patch', 'Delete'][index % 5]}('${index}') @Public() r${index}() {}`).join('\n')} help() {} }`;

describe('sizes', () => {
  it('are kept: constructors take six things at most, controllers have seven routes at most', () => {
    expect(sizeFaults([...sourceFiles('src'), ...sourceFiles('web/src'), ...sourceFiles('test')])).toEqual([]);
  });

  it.each([
    ['a constructor of seven parameters', constructorOf(7), constructorOf(6)],
    ['a controller of eight routes', controllerOf(8), controllerOf(7)],
  ])('would show %s', (_what, tooMuch, enough) => {
    expect(sizeFaults([{ path: 'src/accounts/x.controller.ts', text: tooMuch }])).toHaveLength(1);
    expect(sizeFaults([{ path: 'src/accounts/x.controller.ts', text: enough }])).toEqual([]);
  });

  it.each([
    ['a function of the server above 40 lines', 'src/main.ts', 40],
    ['a component above 50 lines', 'web/src/main.tsx', 50],
  ])('would show %s to the linter', async (_what, path, most) => {
    const found = await tooLong(path, functionOf(most) + functionOf(most + 1));
    expect(found).toEqual([expect.stringContaining(`lines${most + 1}`)]);
  });

  it('let a test tell its whole story', async () => {
    expect(await tooLong('test/architecture/sizes.spec.ts', functionOf(60))).toEqual([]);
  });
});
