import { type DeliveryLog, id, messageLists, organisationPath, period, type TelephoneList } from '@jifen/contracts';
import { localDateOf } from '@jifen/domain';
import { implement, type Route } from '@jifen/service-kit';
import { z } from 'zod';
import { permitted } from '../access.ts';
import type { MessageStore } from '../messages/message.store.ts';
import type { Message } from '../messages/message.ts';
import { outstandingForAWhile } from '../ports/asked-ahead.ts';
import type { Outstanding, People } from '../ports/ports.ts';
import { toProblem } from '../problems.ts';
import { isStillToBeTold } from './still-due.ts';

const query = z.strictObject({ organisation: organisationPath, branchId: id, period });
type Query = z.output<typeof query>;
const longestList = 500;

export type DeliveryDeps = { messages: MessageStore; people: People; outstanding: Outstanding };

/** What became of the mails, and whom to telephone. The list carries telephone numbers, so reading it is on record before it is answered. */
export function deliveryRoutes({ messages, people, outstanding }: DeliveryDeps): Route[] {
  return [
    implement(messageLists.deliveries, async (ctx) => {
      const permission = permitted({ ...ctx.query, caller: ctx.caller, action: 'delivery-log:read', at: ctx.now() });
      if (!permission.ok) return toProblem(permission.refusal);
      const { items, total } = await messages.deliveries({ ...ctx.query, limit: longestList });
      const own = items.filter(({ organisation }) => organisation === ctx.query.organisation);
      const names = await namesOf(people, own);
      return { status: 200, body: { items: own.map((message) => deliveryRowOf(message, names)), total } };
    }),
    implement(messageLists.telephoneList, async (ctx) => {
      const permission = permitted({ ...ctx.query, caller: ctx.caller, action: 'telephone-list:read', at: ctx.now() });
      if (!permission.ok) return toProblem(permission.refusal);
      await ctx.audit.record({ target: `${ctx.query.branchId}/${ctx.query.period}`, organisation: ctx.query.organisation });
      const { branchId, period: month } = ctx.query;
      const rows = await telephoneRows({ messages, people, outstanding }, { ...ctx.query, today: localDateOf(ctx.now()) });
      return { status: 200, body: { branchId, period: month, rows } };
    }),
  ];
}

async function telephoneRows(
  { messages, people, outstanding }: DeliveryDeps,
  asked: Query & { today: string },
): Promise<TelephoneList['rows']> {
  const { branchId, period: month, organisation, today } = asked;
  const unreached = await messages.withoutAddress({ branchId, period: month, limit: longestList });
  const waiting = unreached.filter((message) => message.organisation === organisation);
  const recipients = [...new Set(waiting.map(({ recipient }) => recipient))];
  const contacts = new Map((await people.contacts(recipients)).map((one) => [one.personId, one]));
  const once = outstandingForAWhile(outstanding, { keepMs: Number.POSITIVE_INFINITY, realNow: Date.now });
  return Promise.all(
    waiting.map(async (message) => {
      const { name = '', telephone } = contacts.get(message.recipient) ?? {};
      const { template, facts, at } = message;
      const due = await isStillToBeTold(once, message, today);
      return { name, telephone, template, facts, at, due };
    }),
  );
}

async function namesOf(people: People, messages: readonly Message[]): Promise<Map<string, string>> {
  const ids = [...new Set(messages.map(({ recipient }) => recipient))];
  return new Map(ids.length === 0 ? [] : (await people.contacts(ids)).map(({ personId, name }) => [personId, name]));
}

/** Of a reminder: what became of the digest that it is in. */
function mailOf({ mail, digest }: Message): Pick<DeliveryLog['items'][number], 'state' | 'attempts' | 'lastError'> {
  if (digest?.state === 'joined') return { state: digest.outcome ?? 'sending', attempts: digest.attempts };
  if (mail === undefined) return { state: 'queued', attempts: 0 };
  return { state: mail.state, attempts: mail.attempts, lastError: 'lastError' in mail ? mail.lastError : undefined };
}

function deliveryRowOf(message: Message, names: ReadonlyMap<string, string>) {
  const { id: messageId, template, facts, recipient, branchId, period: month, at } = message;
  return {
    id: messageId,
    template,
    facts,
    recipient,
    recipientName: names.get(recipient),
    branchId,
    period: month,
    at,
    ...mailOf(message),
  };
}
