interface PromiseFact {
  readonly id: string;
  readonly system: string;
  readonly promise: string;
  readonly kept: string;
}

interface JestResult {
  readonly testResults: readonly { readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[] }[];
}

export function proofsIn(results: readonly JestResult[]): Map<string, string[]>;
export function faults(promises: readonly PromiseFact[], provedBefore: readonly string[], proofs: ReadonlyMap<string, readonly string[]>, leftOut?: ReadonlySet<string>): string[];
export function leftOutIn(results: readonly JestResult[]): Set<string>;
export function provedOn(text: string): Map<string, string>;
export function render(promises: readonly PromiseFact[], proofs: ReadonlyMap<string, readonly string[]>, before?: string): string;
