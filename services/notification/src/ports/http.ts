import { memberInternals, scoringInternals } from '@jifen/contracts';
import { ask, type HttpClient, type RemoteRefusal, RemoteUnavailable } from '@jifen/service-kit';
import type { Outstanding, OutstandingFinder, OutstandingQuestion, People } from './ports.ts';

/** Contacts are asked for in the house's name; a refusal is as bad as no answer, so the message waits. */
export function memberPeople(client: HttpClient): People {
  return {
    async contacts(personIds) {
      const answer = await ask(client, memberInternals.contacts, { body: { personIds: [...personIds] } });
      if (!answer.ok) throw new RemoteUnavailable(`member refused the contacts: ${answer.refusal.code}`);
      return answer.value.contacts;
    },
  };
}

export function scoringOutstanding(client: HttpClient): Outstanding & OutstandingFinder {
  const question = async (query: OutstandingQuestion) => ask(client, scoringInternals.outstanding, { query });
  return {
    async ask(query) {
      const answer = await question(query);
      return answer.ok ? answer.value : noAnswer(answer.refusal);
    },
    async find(query) {
      const answer = await question(query);
      if (answer.ok) return answer.value;
      return answer.refusal.code === 'not-found' ? undefined : noAnswer(answer.refusal);
    },
  };
}

function noAnswer({ code }: RemoteRefusal): never {
  throw new RemoteUnavailable(`scoring refused to say who is outstanding: ${code}`);
}
