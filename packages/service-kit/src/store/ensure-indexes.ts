import type { Model } from 'mongoose';

/** Builds the indexes that the models declare; a process is not ready before this resolves. */
export async function ensureIndexes(models: readonly Pick<Model<unknown>, 'createIndexes'>[]): Promise<void> {
  for (const model of models) await model.createIndexes();
}
