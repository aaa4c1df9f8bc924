import fc from 'fast-check';
import type { Condition } from './language/condition.ts';

/** Conditions of a gate; many of them ask about parts that are not there. */
export const condition: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({ kind: fc.constant('standing' as const), is: fc.constantFrom('full' as const, 'probationary' as const) }),
  fc.record({ kind: fc.constant('class' as const), in: fc.constant(['a']) }),
  fc.record({ kind: fc.constant('score' as const), of: fc.constantFrom('n1', 'n2', 'n5'), in: fc.constant('[1,)') }),
  fc.record({
    kind: fc.constant('months' as const),
    of: fc.constantFrom('taken-part' as const, 'away' as const, 'exempt' as const),
    in: fc.constantFrom('[1,)', '[0,6)', '[6,)'),
  }),
  fc.record({
    kind: fc.constant('consecutive' as const),
    times: fc.integer({ min: 1, max: 3 }),
    each: fc.constantFrom('month' as const, 'quarter' as const, 'half-year' as const, 'year' as const),
    of: fc.constantFrom('n1', 'n2', 'n3', 'n5'),
    in: fc.constant('[1,)'),
  }),
  fc.constant<Condition>({ kind: 'not', of: { kind: 'decision', decision: 'breach' } }),
);
