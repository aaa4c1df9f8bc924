import type { BranchMonthStore } from './branch-months/branch-month.store.ts';
import { monthStateOf } from './branch-months/month-state.ts';
import { propagatedBy } from './joint-months/followed-acts.ts';
import { judgeAct } from './joint-months/judge-act.ts';
import { applyUnapplied, oneAtATime, type UnappliedPorts } from './month-acts/apply-unapplied.ts';
import { effectOf } from './month-acts/effect.ts';
import { isEffectiveAtOnce, processOf, targetOf } from './month-acts/process-of.ts';
import type { Subjects } from './recording/subject-row.ts';

export type SubjectPorts = UnappliedPorts & { months: BranchMonthStore };

/** What an act may be about: which store, judge, effect and process each has. */
function subjectsOf(ports: SubjectPorts): Subjects {
  const takeIn = oneAtATime((branchId, period, seen) => applyUnapplied(ports, branchId, period, seen));
  return {
    proceeding: {
      find: ({ branchId, period }) => ports.months.find(branchId, period),
      upToDate: ({ branchId, period }, seen) => applyUnapplied(ports, branchId, period, seen),
      takeIn: ({ branchId, period }, seen) => takeIn(branchId, period, seen),
      update: (record, events) => ports.months.update(record, events),
      isEffectiveAtOnce,
      branchOf: async (act) => (isEffectiveAtOnce(act) ? undefined : ports.cards.branch(act.branchId)),
      judge: (record, act, branch) => judgeAct(ports, record, act, branch),
      effect: (record, act, branch) => effectOf(ports, record, act, branch),
      propagated: propagatedBy,
      processOf,
      stateOf: monthStateOf,
      targetOf,
    },
  };
}

export const withSubjects = <Ports extends SubjectPorts>(ports: Ports): NoInfer<Ports> & { subjects: Subjects } =>
  Object.assign(ports, { subjects: subjectsOf(ports) });
