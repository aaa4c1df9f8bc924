import { type Model, Schema, type SchemaDefinition } from 'mongoose';
import type { z } from 'zod';
import { isContention } from './store-errors.ts';

const cast: Readonly<Record<string, unknown>> = { string: String, enum: String, number: Number, boolean: Boolean };

/** The store casts and requires what the reader of the same documents wants; `beside` is stored with it and not read. */
export function documentSchema<T>(collection: string, fields: z.ZodObject, beside: SchemaDefinition = {}): Schema<T> {
  const read = Object.entries(fields.shape).map(([name, field]) => [name, fieldOf(field as z.ZodType)]);
  return new Schema<T>({ ...Object.fromEntries(read), ...beside } as never, { collection, versionKey: false, minimize: false });
}

function fieldOf(field: z.ZodType) {
  const required = field.type !== 'optional';
  const { type } = required ? field : (field as z.ZodOptional<z.ZodType>).unwrap();
  return { type: cast[type] ?? Schema.Types.Mixed, required };
}

/** As much of a document as its reader wants. */
export const fieldsOf = ({ shape }: z.ZodObject): Record<string, 1> => Object.fromEntries(Object.keys(shape).map((name) => [name, 1]));

/** `exists`: a document of this id is there already. */
export async function insertOnce<T extends { _id: string }>(model: Model<T>, document: T): Promise<'inserted' | 'exists'> {
  try {
    await model.create(document as never);
    return 'inserted';
  } catch (error) {
    if (isContention(error) && (await model.exists({ _id: document._id } as never))) return 'exists';
    throw error;
  }
}

/** Builds the indexes that the models declare; a process is not ready before this resolves. */
export async function ensureIndexes(models: readonly Pick<Model<unknown>, 'createIndexes'>[]): Promise<void> {
  for (const model of models) await model.createIndexes();
}
