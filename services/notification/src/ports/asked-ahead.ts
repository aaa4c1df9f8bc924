import type { OutstandingAnswer } from '@jifen/contracts';
import type { Contact, Outstanding, OutstandingQuestion, People } from './ports.ts';

export type PeopleAhead = People & {
  /** Asks for those who will be needed soon, all at once; without an answer each is asked for when their turn comes. */
  expect(personIds: readonly string[]): Promise<void>;
};

type Times = { keepMs: number; realNow: () => number };

/** Mails leave one by one, each to somebody else. What was asked for ahead is given out once, and kept for `keepMs` milliseconds at most. */
export function peopleAhead(people: People, { keepMs, realNow }: Times): PeopleAhead {
  const kept = new Map<string, { contact: Contact; until: number }>();
  const forget = () => {
    for (const [personId, { until }] of kept) if (until <= realNow()) kept.delete(personId);
  };
  return {
    async expect(personIds) {
      forget();
      const unknown = [...new Set(personIds)].filter((personId) => !kept.has(personId));
      if (unknown.length === 0) return;
      const until = realNow() + keepMs;
      const contacts = await people.contacts(unknown).catch(() => []);
      for (const contact of contacts) kept.set(contact.personId, { contact, until });
    },
    async contacts(personIds) {
      forget();
      const known = personIds.flatMap((personId) => kept.get(personId)?.contact ?? []);
      if (known.length < personIds.length) return people.contacts(personIds);
      for (const personId of personIds) kept.delete(personId);
      return known;
    },
  };
}

/** The reminders of a step leave one after the other: who is outstanding is asked once for those that leave within `keepMs` milliseconds. */
export function outstandingForAWhile(outstanding: Outstanding, { keepMs, realNow }: Times): Outstanding {
  const asked = new Map<string, { answer: Promise<OutstandingAnswer>; until: number }>();
  return {
    ask(question: OutstandingQuestion) {
      for (const [key, { until }] of asked) if (until <= realNow()) asked.delete(key);
      const key = JSON.stringify(question);
      const known = asked.get(key)?.answer;
      if (known) return known;
      const answer = outstanding.ask(question);
      asked.set(key, { answer, until: realNow() + keepMs });
      answer.catch(() => asked.delete(key));
      return answer;
    },
  };
}
