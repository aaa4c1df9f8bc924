import { contactsAnswer, outstandingAnswer } from '@jifen/contracts';
import { type HttpClient, RemoteUnavailable } from '@jifen/service-kit';
import type { Outstanding } from './outstanding.ts';
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

export function scoringOutstanding(client: HttpClient): Outstanding {
  return {
    async ask(question) {
      const answer = await client.request({ method: 'get', path: '/internal/outstanding', query: question, response: outstandingAnswer });
      if (!answer.ok) throw new RemoteUnavailable(`scoring refused to say who is outstanding: ${answer.refusal.code}`);
      return answer.value;
    },
  };
}
