import { sizeFaults } from './sizes.js';
import { sourceFiles } from './source-files.js';

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
});
