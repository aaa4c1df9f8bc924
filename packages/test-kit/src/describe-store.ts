import { describe } from '@jest/globals';

/** Makes an empty store for one test. */
export type MakeStore<Store> = () => Store | Promise<Store>;

/** One suite, passed by the fake and by the real store: a fake that drifts is found. Unit tests name only the fake, `*.int.test.ts` both. */
export function describeStore<Store>(
  name: string,
  makers: { fake: MakeStore<Store>; real?: MakeStore<Store> },
  suite: (make: () => Promise<Store>) => void,
): void {
  describe(`${name} (fake)`, () => suite(async () => makers.fake()));
  const { real } = makers;
  if (real) describe(`${name} (real)`, () => suite(async () => real()));
}
