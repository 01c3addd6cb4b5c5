import { AppError } from '../../kernel/index.js';

export const tooManyProfiles = (most: number, wait: number): AppError =>
  new AppError('recruiters.profiles_used_up', 429, `You have opened ${most.toLocaleString('en')} profiles within a day, which is the most. This one was not opened, and nothing was recorded. ${again(wait)}`, { retryAfterSeconds: wait });

function again(seconds: number): string {
  const hours = Math.ceil(seconds / 3600);
  return `You can open the next one within ${hours === 1 ? 'the hour' : `${hours} hours`}.`;
}
