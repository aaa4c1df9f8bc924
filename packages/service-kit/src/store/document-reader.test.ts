import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { documentReader, UnreadableDocument } from './document-reader.ts';

const reader = documentReader('people', z.object({ _id: z.string(), name: z.string(), posts: z.array(z.object({ role: z.string() })) }));
const written = { _id: 'person-1', name: '党员一', posts: [{ role: 'recorder' }] };

const refusal = (document: unknown): unknown => {
  try {
    return reader.one(document);
  } catch (error) {
    return error;
  }
};

describe('a document of the record', () => {
  it('is read with a field that this release does not know', () => {
    expect(reader.one({ ...written, later: 1, posts: [{ role: 'recorder', later: 2 }] })).toEqual(written);
  });

  it.each([
    [{ ...written, name: 138_0000_0000 }, ['name']],
    [{ _id: 'person-1', posts: [] }, ['name']],
    [{ ...written, posts: [{ role: 'recorder' }, {}] }, ['posts.1.role']],
    [{ ...written, posts: Array.from({ length: 9 }, () => ({})) }, [0, 1, 2, 3, 4].map((n) => `posts.${n}.role`)],
  ])('that cannot be read is named with its place: %#', (document, paths) => {
    const error = refusal(document);
    expect(error).toBeInstanceOf(UnreadableDocument);
    expect(error).toMatchObject({ place: { collection: 'people', id: 'person-1', paths } });
  });

  it('that cannot be read is named without what it says', () => {
    expect(String(refusal({ ...written, name: 138_0000_0000 }))).toBe('UnreadableDocument: cannot read person-1 of people: name');
  });

  it('without an id is refused as such', () => {
    expect(String(refusal('党员一'))).toBe('UnreadableDocument: cannot read a document without an id of people: ');
  });

  it('that cannot be read keeps no other back where each is read by itself', () => {
    expect(reader.each([written, { _id: 'person-2' }, { ...written, _id: 'person-3' }])).toMatchObject([
      { _id: 'person-1' },
      { place: { collection: 'people', id: 'person-2', paths: ['name', 'posts'] } },
      { _id: 'person-3' },
    ]);
  });

  it('that is not there is none', () => {
    expect([reader.found(null), reader.found(undefined), reader.found(written), reader.all([])]).toEqual([
      undefined,
      undefined,
      written,
      [],
    ]);
  });
});
