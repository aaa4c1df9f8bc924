import { expect, it } from '@jest/globals';
import { UnreadableDocument } from '@jifen/service-kit';

export type Document = Readonly<Record<string, unknown>> & { readonly _id: string };

/** A store into which a document may be put by hand. */
export type Plantable = { plant(document: Document): Promise<unknown> };

type Planted<Store> = { make(): Promise<Store & Plantable>; read(store: Store): Promise<unknown> };

export type DocumentCases = {
  collection: string;
  /** As the store writes it. */
  document: Document;
  /** What makes it unreadable, by the path that is then named; undefined takes the field away. */
  broken: Readonly<Record<string, unknown>>;
};

/** What a store owes to documents that it did not write itself. */
export function documentSuite<Store>({ make, read }: Planted<Store>, { collection, document, broken }: DocumentCases): void {
  it(`reads a document of ${collection} with a field that this release does not know`, async () => {
    const store = await make();
    await store.plant({ ...document, ofLaterRelease: { kept: true } });
    await expect(read(store)).resolves.toBeTruthy();
  });

  it.each(Object.entries(broken))(`refuses a document of ${collection} whose %s is missing or wrong`, async (path, value) => {
    const store = await make();
    await store.plant(withValue(document, path.split('.'), value));
    const error = await read(store).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(UnreadableDocument);
    expect(error).toMatchObject({ place: { collection, id: document._id, paths: [path] } });
  });
}

function withValue(document: Document, path: readonly string[], value: unknown): Document {
  const copy = structuredClone(document) as Document;
  const last = path.at(-1) ?? '';
  const holder = path.slice(0, -1).reduce<unknown>((at, name) => Reflect.get(at as object, name), copy) as object;
  if (value === undefined) Reflect.deleteProperty(holder, last);
  else Reflect.set(holder, last, value);
  return copy;
}

type Collected = { collection: { insertOne(document: never): Promise<unknown> } } | undefined;

/** A real store that takes documents by hand into the collection of one of its models. */
export const plantedIn = <Store extends object>(store: Store, model: Collected): Store & Plantable => ({
  ...store,
  plant: async (document) => model?.collection.insertOne(document as never),
});
