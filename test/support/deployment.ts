import { parse } from 'yaml';

/** A service of a compose file, as far as we look at it. */
export interface ComposeService {
  readonly image: string;
  readonly build?: string;
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly healthcheck?: { readonly test?: readonly string[]; readonly disable?: boolean };
}

/** The services of a compose file, with `${NAME:?why}` and `${NAME:-default}` filled from `given`; throws as Compose would. */
export function composeServices(text: string, given: Readonly<Record<string, string>>): Record<string, ComposeService> {
  const filled = withoutComments(text).replaceAll(/(?<!\$)\$\{([A-Z0-9_]+)(?::([?-])([^}]*))?\}/g, (_all, name: string, kind?: string, words?: string) => {
    const value = given[name];
    if (value !== undefined && value !== '') return value;
    if (kind === '-') return words ?? '';
    throw new Error(`${name}: ${words ?? 'not set'}`);
  });
  return (parse(filled, { merge: true }) as { services: Record<string, ComposeService> }).services;
}

/** Each variable that a compose file asks the person for, and whether it refuses to start without. */
export function askedFor(text: string): { name: string; required: boolean }[] {
  return [...withoutComments(text).matchAll(/(?<!\$)\$\{([A-Z0-9_]+)(:\?)?/g)].map(([, name = '', mark]) => ({ name, required: mark !== undefined }));
}

/** The `ENV` lines of the last stage of a Dockerfile. */
export function imageEnvironment(dockerfile: string): Record<string, string> {
  const lastStage = dockerfile.slice(dockerfile.lastIndexOf('\nFROM '));
  return Object.fromEntries([...lastStage.matchAll(/^ENV ([A-Z0-9_]+)=(\S*)$/gm)].map(([, name = '', value = '']) => [name, value]));
}

/** The names among `variables` that no setting has. */
export function unknownSettings(variables: Readonly<Record<string, string>>, settings: Readonly<Record<string, unknown>>): string[] {
  return Object.keys(variables).filter((name) => !(name in settings));
}

function withoutComments(text: string): string {
  return text.replaceAll(/^\s*#.*$/gm, '');
}
