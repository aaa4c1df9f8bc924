import {
  type ActAnswer,
  type ApplicationBody,
  applicationEndpoints,
  branchMonthEndpoints,
  type DecisionContent,
  type ObjectionBody,
} from '@jifen/contracts';
import { actKindNames, refusalSentence, words } from '@jifen/wording';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useRef, useState } from 'react';
import { v4 as newId } from 'uuid';
import { call, Refused } from './client.ts';
import type { MonthKey } from './queries.ts';

const askAgainAfterMs = 1500;
const pause = () => new Promise<void>((resolve) => setTimeout(resolve, askAgainAfterMs));

type Send<C> = {
  /** What is told to have been recorded or refused. */
  nameOf(content: C): string;
  send(content: C, actId: string): Promise<ActAnswer>;
};

/** The same content sent again is the same act, so that a lost answer never makes two of one. */
function useActId() {
  const last = useRef<{ content: string; actId: string } | undefined>(undefined);
  return {
    idFor(content: unknown) {
      const text = JSON.stringify(content) ?? '';
      if (last.current?.content !== text) last.current = { content: text, actId: newId() };
      return last.current.actId;
    },
    forget() {
      last.current = undefined;
    },
  };
}

/** Told beside the page: when a step is decided, by us or by somebody else, its form gives way to the next step's. */
function useOutcome() {
  const { message, notification } = App.useApp();
  return (what: string, error: Refused | null) => {
    if (!error) void message.success(words.shell.recorded(what));
    else if (error.status === 409) {
      notification.warning({ title: words.shell.refused(what), description: refusalSentence(error.code, error.facts), duration: 0 });
    }
  };
}

/** Sends an act and follows it until it is effective or refused; `onItsWay` while it is recorded but not yet either. */
function useAct<C>(month: MonthKey, { nameOf, send }: Send<C>) {
  const tell = useOutcome();
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
        answer = await call(branchMonthEndpoints.decision, { params: { ...keyOf(month), actId } });
      }
      if (answer.status === 'refused') throw refusalOf(answer);
      return answer;
    },
    onSettled: async (_answer, error, content) => {
      setOnItsWay(false);
      tell(nameOf(content), error);
      if (!error || isFinal(error)) ids.forget();
      await queries.invalidateQueries();
    },
  });
  return { ...mutation, onItsWay };
}

/** Without an answer nobody knows what became of the act, nor when it could not be followed for being asked too often: it is sent again as the same one. */
const isFinal = ({ status }: Refused) => status >= 400 && status < 500 && status !== 429;

function refusalOf({ refusal }: ActAnswer): Refused {
  return new Refused({ status: 409, code: refusal?.code ?? 'unknown-refusal', facts: refusal?.facts ?? {} });
}

const keyOf = ({ branchId, period }: MonthKey) => ({ branchId, period });

export type DecidedMonth = MonthKey & { round: number; rosterHash: string };

export function useDecision(month: DecidedMonth) {
  const { round, rosterHash } = month;
  return useAct<DecisionContent>(month, {
    nameOf: ({ kind }) => actKindNames[kind],
    send: (content, actId) => call(branchMonthEndpoints.decide, { params: keyOf(month), body: { actId, round, rosterHash, content } }),
  });
}

export const useObjection = (month: MonthKey) =>
  useAct<Omit<ObjectionBody, 'actId'>>(month, {
    nameOf: () => actKindNames.object,
    send: (objection, actId) => call(branchMonthEndpoints.object, { params: keyOf(month), body: { ...objection, actId } }),
  });

export const useSubmission = (month: MonthKey, memberId: string) =>
  useAct<Omit<ApplicationBody, 'actId'>>(month, {
    nameOf: () => actKindNames.application,
    send: (application, actId) =>
      call(applicationEndpoints.submit, { params: { ...keyOf(month), memberId }, body: { ...application, actId } }),
  });

export const useApplicationWithdrawal = (month: MonthKey, memberId: string) =>
  useAct<void>(month, {
    nameOf: () => actKindNames['withdraw-application'],
    send: (_nothing, actId) => call(applicationEndpoints.withdraw, { params: { ...keyOf(month), memberId }, body: { actId } }),
  });

export const useEntryConfirmation = (month: MonthKey, memberId: string) =>
  useAct<{ applicationId: string }>(month, {
    nameOf: () => actKindNames['confirm-entry'],
    send: (entry, actId) => call(applicationEndpoints.confirm, { params: { ...keyOf(month), memberId }, body: { ...entry, actId } }),
  });
