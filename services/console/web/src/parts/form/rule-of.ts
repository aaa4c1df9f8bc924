import { saysSomething } from '@jifen/contracts';
import { fieldSentence } from '@jifen/wording';

type Schema = { safeParse(typed: unknown): { error?: { issues: readonly Parameters<typeof fieldSentence>[0][] } | undefined } };

type FieldRule = { validator: (rule: unknown, typed: unknown) => Promise<void> };

const isEmpty = (typed: unknown) => typed === undefined || typed === null || (typeof typed === 'string' && !saysSomething(typed));

/**
 * What the route would refuse is said beside the field, by the contract's own schema, or as `wrong`; what was typed stays as it is. A field without
 * a sentence for `missing` may stay empty.
 */
export function ruleOf(schema: Schema, missing: string | undefined, wrong?: string): FieldRule {
  return {
    validator: async (_rule, typed) => {
      const sentence = isEmpty(typed) ? missing : sentenceFor(schema, typed, wrong);
      if (sentence !== undefined) throw new Error(sentence);
    },
  };
}

function sentenceFor(schema: Schema, typed: unknown, wrong: string | undefined): string | undefined {
  const [first] = schema.safeParse(typed).error?.issues ?? [];
  return first && (wrong ?? fieldSentence(first));
}
