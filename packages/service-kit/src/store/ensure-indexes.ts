import type { Model } from 'mongoose';

/** Builds what the models declare; a process is not ready before this has resolved. */
export async function ensureIndexes(models: readonly Pick<Model<unknown>, 'createIndexes'>[]): Promise<void> {
  for (const model of models) await model.createIndexes();
}
