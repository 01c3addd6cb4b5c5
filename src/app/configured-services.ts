import { type Config } from '../platform/config/index.js';

/** Somebody outside who is given something because of how this place is set up. */
export interface ConfiguredService {
  readonly name: string;
  readonly purpose: string;
  readonly data: string;
}

/** Who that is, besides the processors that the policy declares: read from the settings that connect to them. */
export function configuredServices({ settings, signInProviders }: Pick<Config, 'settings' | 'signInProviders'>): ConfiguredService[] {
  const { SMTP_URL, S3_BUCKET, S3_ENDPOINT } = settings;
  return [
    ...(SMTP_URL === undefined ? [] : [{ name: new URL(SMTP_URL).hostname, purpose: 'Carries the mails we send you', data: 'Your e-mail address and the text of the mail' }]),
    ...(S3_BUCKET === undefined ? [] : [{
      name: S3_ENDPOINT === undefined ? 'Amazon S3' : new URL(S3_ENDPOINT).hostname, purpose: 'Keeps the files that are stored here', data: 'Files you chose to keep, and the copy of your data while it can be fetched',
    }]),
    ...signInProviders.map(({ name }) => ({ name, purpose: 'Signs you in, when you choose it', data: 'That you sign in here; it tells us your name and your e-mail address' })),
  ];
}
