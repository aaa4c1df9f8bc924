import { expect } from '@jest/globals';

export type Outcome<T, R> = { ok: true; value: T } | { ok: false; refusal: R };

/** A decider as in the domain: `decide` refuses or answers events, `evolve` computes the next state. */
export type Decider<State, Command, Event, Refusal> = {
  initialState: () => State;
  decide: (state: State, command: Command) => Outcome<readonly Event[], Refusal>;
  evolve: (state: State, event: Event) => State;
};

export type When<State, Command, Event, Refusal> = { when(command: Command): Then<State, Event, Refusal> };

export type Then<State, Event, Refusal> = {
  /** Exactly these events. */
  thenEvents(...events: Event[]): void;
  thenRefused(refusal: Refusal): void;
  thenNothing(): void;
  /** The state after the events. */
  thenState(check: (state: State) => void): void;
};

/** `given(past).when(command).thenEvents(…)`, in the manner of emmett's DeciderSpecification. */
export function givenWhenThen<State, Command, Event, Refusal>(decider: Decider<State, Command, Event, Refusal>) {
  return {
    given: (...past: Event[]): When<State, Command, Event, Refusal> => ({
      when: (command) => judge(decider, past.reduce(decider.evolve, decider.initialState()), command),
    }),
    givenState: (state: State): When<State, Command, Event, Refusal> => ({ when: (command) => judge(decider, state, command) }),
  };
}

function judge<State, Command, Event, Refusal>(
  { decide, evolve }: Decider<State, Command, Event, Refusal>,
  state: State,
  command: Command,
): Then<State, Event, Refusal> {
  const outcome = decide(state, command);
  const decided = (value: readonly Event[]) => expect(outcome).toEqual({ ok: true, value });
  return {
    thenEvents: (...events) => decided(events),
    thenNothing: () => decided([]),
    thenRefused: (refusal) => expect(outcome).toEqual({ ok: false, refusal }),
    thenState(check) {
      if (!outcome.ok) throw new Error(`refused: ${JSON.stringify(outcome.refusal)}`);
      check(outcome.value.reduce(evolve, state));
    },
  };
}
