/** As much of a JSON schema as our bodies need. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly nullable?: boolean;
  readonly minLength?: number;
  readonly minimum?: number;
  readonly exclusiveMinimum?: number | boolean;
  readonly minItems?: number;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
}

const FORMATS: Readonly<Record<string, string>> = {
  uuid: '00000000-0000-4000-8000-000000000000', email: 'somebody@example.com', 'date-time': '2099-01-01T12:00:00.000Z', date: '2026-01-01', uri: 'https://example.com/',
};

/** The least that fits a schema, patterns aside. */
export function exampleOf(schema: Schema, named: Readonly<Record<string, Schema>> = {}): unknown {
  const of = (inner: Schema): unknown => exampleOf(inner, named);
  if (schema.$ref !== undefined) return of(named[schema.$ref.split('/').at(-1) ?? ''] ?? {});
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  const [choice] = schema.anyOf ?? schema.oneOf ?? schema.allOf ?? [];
  if (choice) return of(choice);
  if (schema.type === 'object') return Object.fromEntries((schema.required ?? []).map((name) => [name, of(schema.properties?.[name] ?? {})]));
  if (schema.type === 'array') return Array.from({ length: schema.minItems ?? 0 }, () => of(schema.items ?? {}));
  if (schema.type === 'boolean') return true;
  if (schema.type === 'number' || schema.type === 'integer') return (schema.minimum ?? 0) + (schema.exclusiveMinimum === true ? 1 : 0);
  if (schema.type !== 'string') return null;
  return FORMATS[schema.format ?? ''] ?? `word${' word'.repeat(Math.ceil(Math.max(0, (schema.minLength ?? 0) - 4) / 5))}`;
}
