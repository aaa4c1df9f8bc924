import type { ActAnswer, ApplicationBody, DecisionContent, ObjectionBody } from '@jifen/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { call, Refused } from './client.ts';
import { applicationPath, type MonthKey, monthPath } from './queries.ts';

const askAgainAfterMs = 1500;
const pause = () => new Promise<void>((resolve) => setTimeout(resolve, askAgainAfterMs));

type Send<C> = { send(content: C, actId: string): Promise<ActAnswer>; follow(actId: string): Promise<ActAnswer> };

/** The same content sent again is the same act, so that a lost answer never makes two of one. */
function useActId() {
  const last = useRef<{ content: string; actId: string } | undefined>(undefined);
  return {
    idFor(content: unknown) {
      const text = JSON.stringify(content) ?? '';
      if (last.current?.content !== text) last.current = { content: text, actId: crypto.randomUUID() };
      return last.current.actId;
    },
    forget() {
      last.current = undefined;
    },
  };
}

/** Sends an act and follows it until it is effective or refused; `onItsWay` while it is recorded but not yet either. */
function useAct<C>({ send, follow }: Send<C>) {
  const queries = useQueryClient();
  const [onItsWay, setOnItsWay] = useState(false);
  const ids = useActId();
  const mutation = useMutation<ActAnswer, Refused, C>({
    mutationFn: async (content) => {
      const actId = ids.idFor(content);
      let answer = await send(content, actId);
      while (answer.status === 'pending') {
        setOnItsWay(true);
        await pause();
        answer = await follow(actId);
      }
      if (answer.status === 'refused') throw refusalOf(answer);
      return answer;
    },
    onSettled: async (_answer, error) => {
      setOnItsWay(false);
      if (!error || isFinal(error)) ids.forget();
      await queries.invalidateQueries();
    },
  });
  return { ...mutation, onItsWay };
}

/** Without an answer nobody knows what became of the act: it is sent again as the same one. */
const isFinal = ({ status }: Refused) => status >= 400 && status < 500;

function refusalOf({ refusal }: ActAnswer): Refused {
  return new Refused({ status: 409, code: refusal?.code ?? 'unknown-refusal', facts: refusal?.facts ?? {} });
}

const followIn = (month: MonthKey) => (actId: string) => call<ActAnswer>('GET', `${monthPath(month)}/decisions/${actId}`);

export type DecidedMonth = MonthKey & { round: number; rosterHash: string };

export function useDecision(month: DecidedMonth) {
  const { round, rosterHash } = month;
  return useAct<DecisionContent>({
    send: (content, actId) => call('POST', `${monthPath(month)}/decisions`, { actId, round, rosterHash, content }),
    follow: followIn(month),
  });
}

export const useObjection = (month: MonthKey) =>
  useAct<Omit<ObjectionBody, 'actId'>>({
    send: (objection, actId) => call('POST', `${monthPath(month)}/objections`, { ...objection, actId }),
    follow: followIn(month),
  });

export const useSubmission = (month: MonthKey, memberId: string) =>
  useAct<Omit<ApplicationBody, 'actId'>>({
    send: (application, actId) => call('PUT', applicationPath(month, memberId), { ...application, actId }),
    follow: followIn(month),
  });

export const useApplicationWithdrawal = (month: MonthKey, memberId: string) =>
  useAct<void>({
    send: (_nothing, actId) => call('POST', `${applicationPath(month, memberId)}/withdraw`, { actId }),
    follow: followIn(month),
  });
