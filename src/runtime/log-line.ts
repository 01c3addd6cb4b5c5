import { z } from 'zod';

/** Levels of pino. */
const WARN = 40;
const ERROR = 50;

const entrySchema = z.object({
  level: z.number(),
  msg: z.string().optional(),
  err: z.object({ message: z.string().optional() }).optional(),
});

/**
 * What the terminal shows of a line that a part wrote: warnings and worse in one line, nothing else. All of it is in
 * the log file anyway.
 */
export function wordsForTerminal(part: string, line: string): string | undefined {
  const entry = parse(line);
  if (!entry || entry.level < WARN) return undefined;
  const words = [entry.msg, entry.err?.message].filter((text, index, all) => text && all.indexOf(text) === index).join(': ');
  return `  ${part} ${entry.level >= ERROR ? 'error' : 'warning'}: ${words || 'see the log'}`;
}

function parse(line: string): z.infer<typeof entrySchema> | undefined {
  if (!line.startsWith('{')) return undefined;
  try {
    return entrySchema.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
}
