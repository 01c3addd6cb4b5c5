/** What one run took, as far as the provider counts it: tokens of text, characters that are read aloud, seconds of sound. */
export type AiUnits = Partial<Readonly<Record<'inputTokens' | 'outputTokens' | 'characters' | 'seconds', number>>>;

/** What one model costs as providers publish it: US dollars for a million tokens or characters, and for a minute of sound. */
export type AiPrice = Readonly<Record<'inputTokens' | 'outputTokens' | 'characters' | 'minutes', number>>;

const UNITS = ['inputTokens', 'outputTokens', 'characters', 'minutes'] as const satisfies readonly (keyof AiPrice)[];

/**
 * The price of a model; for one that is not in the list, of each unit the dearest in it, so that a cap errs on the safe
 * side. `prices` are those of one provider.
 */
export function priceOf(prices: readonly (AiPrice & { readonly model: string })[], model: string): AiPrice {
  const dearest = (unit: keyof AiPrice): number => Math.max(0, ...prices.map((price) => price[unit]));
  return prices.find((price) => price.model === model) ?? (Object.fromEntries(UNITS.map((unit) => [unit, dearest(unit)])) as unknown as AiPrice);
}

/** In millionths of a US dollar, rounded up. A dollar for a million tokens is a millionth of a dollar for one. */
export function costOf(price: AiPrice, { inputTokens = 0, outputTokens = 0, characters = 0, seconds = 0 }: AiUnits): number {
  const cost = inputTokens * price.inputTokens + outputTokens * price.outputTokens + characters * price.characters + (seconds / 60) * price.minutes * 1e6;
  // What floating point adds behind the third place is not worth a whole one.
  return Math.ceil(Number(cost.toFixed(3)));
}
