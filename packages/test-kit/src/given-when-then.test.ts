import { describe, expect, it } from '@jest/globals';
import { type Decider, givenWhenThen } from './given-when-then.ts';

type Door = 'open' | 'closed';
type Turn = { to: Door };
type Turned = { turned: Door };

const door: Decider<Door, Turn, Turned, { code: 'already' }> = {
  initialState: () => 'closed',
  decide: (state, { to }) => (state === to ? { ok: false, refusal: { code: 'already' } } : { ok: true, value: [{ turned: to }] }),
  evolve: (_state, { turned }) => turned,
};

describe('given, when, then', () => {
  const { given, givenState } = givenWhenThen(door);

  it('shows what a command makes of what has happened', () => {
    given().when({ to: 'open' }).thenEvents({ turned: 'open' });
    given({ turned: 'open' }).when({ to: 'open' }).thenRefused({ code: 'already' });
    givenState('open')
      .when({ to: 'closed' })
      .thenState((state) => expect(state).toBe('closed'));
  });

  it('fails when it was otherwise', () => {
    expect(() => given().when({ to: 'open' }).thenNothing()).toThrow();
    expect(() => given().when({ to: 'open' }).thenRefused({ code: 'already' })).toThrow();
    expect(() =>
      given()
        .when({ to: 'closed' })
        .thenState(() => undefined),
    ).toThrow('refused: {"code":"already"}');
  });
});
