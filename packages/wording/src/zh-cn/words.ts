import { applicationWords } from './screens/application.ts';
import { branchMonthWords, heldMeetingsWords, meetingWords, publicationWords, reviewWords } from './screens/branch-month.ts';
import { calendarWords } from './screens/calendar.ts';
import { earlierMonthsWords } from './screens/earlier-months.ts';
import { extensionWords } from './screens/extension.ts';
import { evaluationWords, jointWords } from './screens/joint.ts';
import { lineWords, registrationWords } from './screens/lines.ts';
import { objectionWords } from './screens/objections.ts';
import { operationsWords } from './screens/operations.ts';
import { peopleWords } from './screens/people.ts';
import { printWords } from './screens/print.ts';
import { deliveryWords, progressWords, sheetWords, telephoneWords } from './screens/records.ts';
import { schemeWords } from './screens/schemes.ts';
import { shellWords, signInWords } from './screens/shell.ts';
import { todosWords } from './screens/todos.ts';

/** The texts of the screens and of the printed forms. */
export const words = {
  shell: shellWords,
  signIn: signInWords,
  todos: todosWords,
  application: applicationWords,
  branchMonth: branchMonthWords,
  line: lineWords,
  registration: registrationWords,
  review: reviewWords,
  meeting: meetingWords,
  heldMeetings: heldMeetingsWords,
  extension: extensionWords,
  earlierMonths: earlierMonthsWords,
  calendar: calendarWords,
  evaluation: evaluationWords,
  joint: jointWords,
  operations: operationsWords,
  schemes: schemeWords,
  publication: publicationWords,
  objection: objectionWords,
  sheet: sheetWords,
  progress: progressWords,
  delivery: deliveryWords,
  telephone: telephoneWords,
  people: peopleWords,
  print: printWords,
};
