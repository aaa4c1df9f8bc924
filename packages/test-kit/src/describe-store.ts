import { describe } from '@jest/globals';

/** Makes an empty store for one test. */
export type MakeStore<Store> = () => Store | Promise<Store>;

/** One suite for the fake and the real store, so that they cannot differ. Unit tests use the fake only, `*.int.test.ts` both. */
export function describeStore<Store>(
  name: string,
  makers: { fake: MakeStore<Store>; real?: MakeStore<Store> },
  suite: (make: () => Promise<Store>) => void,
): void {
  describe(`${name} (fake)`, () => suite(async () => makers.fake()));
  const { real } = makers;
  if (real) describe(`${name} (real)`, () => suite(async () => real()));
}
