import { z } from 'zod';

const known = new WeakMap<z.core.$ZodType, z.core.$ZodType>();
const isSchema = (value: unknown): value is z.core.$ZodType => typeof value === 'object' && value !== null && '_zod' in value;

function within(value: unknown): unknown {
  if (isSchema(value)) return ofAnySchema(value);
  return Array.isArray(value) ? value.map(within) : value;
}

function ofAnySchema(schema: z.core.$ZodType): z.core.$ZodType {
  const before = known.get(schema);
  if (before) return before;
  const { catchall, shape, ...rest } = schema._zod.def as z.core.$ZodTypeDef & { catchall?: z.core.$ZodType; shape?: object };
  const others = catchall && catchall._zod.def.type !== 'never' ? { catchall } : {};
  const open = Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, within(value)]));
  const fields = shape && { shape: Object.fromEntries(Object.entries(shape).map(([name, value]) => [name, within(value)])) };
  const tolerant = z.core.clone(schema, { ...open, ...others, ...fields } as z.core.$ZodTypeDef);
  known.set(schema, tolerant);
  return tolerant;
}

/** The same schema for whoever reads an answer: a field that a newer service sends is left out, at any depth, instead of refused. */
export const tolerant = <Schema extends z.ZodType>(schema: Schema): Schema => ofAnySchema(schema) as Schema;
