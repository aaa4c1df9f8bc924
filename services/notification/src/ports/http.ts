import { contactsAnswer, outstandingAnswer } from '@jifen/contracts';
import { type HttpClient, type RemoteRefusal, RemoteUnavailable } from '@jifen/service-kit';
import type { Outstanding, OutstandingFinder, OutstandingQuestion } from './outstanding.ts';
import type { People } from './people.ts';

/** Contacts are asked for in the house's name; a refusal is as bad as no answer, so the message waits. */
export function memberPeople(client: HttpClient): People {
  return {
    async contacts(personIds) {
      const answer = await client.request({
        method: 'post',
        path: '/internal/contacts',
        body: { personIds },
        response: contactsAnswer,
        repeatable: true,
      });
      if (!answer.ok) throw new RemoteUnavailable(`member refused the contacts: ${answer.refusal.code}`);
      return answer.value.contacts;
    },
  };
}

export function scoringOutstanding(client: HttpClient): Outstanding & OutstandingFinder {
  const question = async (query: OutstandingQuestion) =>
    client.request({ method: 'get', path: '/internal/outstanding', query, response: outstandingAnswer });
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
