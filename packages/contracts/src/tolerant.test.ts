import { describe, expect, it } from '@jest/globals';
import * as contracts from '@jifen/contracts';
import { z } from 'zod';
import { tolerant } from './tolerant.ts';

const inner = z.strictObject({ day: z.string().regex(/^\d+$/) });
const answer = z.strictObject({
  one: inner,
  many: z.array(inner),
  maybe: inner.optional(),
  byName: z.record(z.string(), inner),
  either: z.discriminatedUnion('kind', [z.strictObject({ kind: z.literal('a') }), z.strictObject({ kind: z.literal('b'), of: inner })]),
});
const day = { day: '1' };
const newer = { day: '1', added: true };
const sent = { one: day, many: [day], maybe: day, byName: { x: day }, either: { kind: 'b', of: day } } as const;

type Def = Record<string, unknown> & { type: string; catchall?: { _zod: { def: { type: string } } } };
type Known = { _zod: { def: Def } };
const isKnown = (value: unknown): value is Known => typeof value === 'object' && value !== null && '_zod' in value;

/** Every object of a schema, at any depth: whether it refuses what it does not know. */
function strictness(schema: Known, seen = new Set<Known>()): boolean[] {
  if (seen.has(schema)) return [];
  seen.add(schema);
  const { def } = schema._zod;
  const own = def.type === 'object' ? [def.catchall?._zod.def.type === 'never'] : [];
  const parts = [...Object.values(def), ...Object.values((def.shape as object | undefined) ?? {})].flat();
  return [...own, ...parts.filter(isKnown).flatMap((part) => strictness(part, seen))];
}

const schemas = Object.entries(contracts).filter((entry): entry is [string, never] => isKnown(entry[1]));
const isRequest = (name: string) => /(Body|Request|Query|Params)$/.test(name);

describe('an answer between processes', () => {
  it.each([
    ['in itself', { ...sent, added: 1 }],
    ['in a part', { ...sent, one: newer }],
    ['in a list', { ...sent, many: [newer] }],
    ['in what may be absent', { ...sent, maybe: newer }],
    ['under a name', { ...sent, byName: { x: newer } }],
    ['in one of several shapes', { ...sent, either: { kind: 'b', of: newer, added: 1 } }],
  ])('is read with a field %s that a newer service has added', (_where, body) => {
    expect(answer.safeParse(body).success).toBe(false);
    expect(tolerant(answer).parse(body)).toEqual(sent);
  });

  it('is refused with a value that is wrong, or without one that is needed', () => {
    expect(tolerant(answer).safeParse({ ...sent, one: { day: 'x' } }).success).toBe(false);
    expect(tolerant(answer).safeParse({ ...sent, many: undefined }).success).toBe(false);
  });

  it.each(schemas)('%s refuses no field that it does not know', (_name, schema) =>
    expect(strictness(tolerant(schema) as unknown as Known)).not.toContain(true),
  );
});

describe('a request between processes', () => {
  it.each(schemas.filter(([name]) => isRequest(name)))('%s refuses what it does not know, at any depth', (_name, schema) =>
    expect(strictness(schema as unknown as Known)).not.toContain(false),
  );

  it('keeps every field of an object that names none', () => {
    expect(tolerant(z.looseObject({ a: z.string() })).parse({ a: '1', b: 2 })).toEqual({ a: '1', b: 2 });
  });
});
