/** What a county decides about its time-table; days are working days unless the name says otherwise. */
export type CountySettings = {
  readonly submissionOpensDay: number;
  readonly applicationWorkingDaysBefore: number;
  readonly registrationWorkingDaysBefore: number;
  /** Days for the registration of a supplement; the day on which it begins is not counted. */
  readonly supplementRegistrationWorkingDays: number;
  readonly publicityWorkingDays: number;
  readonly filingWorkingDays: number;
  readonly returnWorkingDays: number;
  readonly reminderWorkingDaysBefore: number;
  /** Hour of the day in Asia/Shanghai at which reminders are sent. */
  readonly reminderHour: number;
  /** Working days overdue after which the first, the second … level above is notified. */
  readonly escalationWorkingDays: readonly number[];
  /** Days after which an entry by telephone is asked about: its member first, then the recorder. */
  readonly entryConfirmationWorkingDays: readonly number[];
  /** Days after the end of its round, after which a line that still waits is told of. */
  readonly waitingLineWorkingDays: number;
  /** Reminders stop this many working days after the deadline; the to-do stays. */
  readonly overdueReminderWorkingDays: number;
  /**
   * Month and day from which the next year's calendar is required: November's month meets by the end of December, and its reminders
   * may fall in January. The State Council's office publishes the holidays about then.
   */
  readonly nextCalendarFrom: string;
};

export const defaultCountySettings: CountySettings = {
  submissionOpensDay: 25,
  applicationWorkingDaysBefore: 3,
  registrationWorkingDaysBefore: 2,
  supplementRegistrationWorkingDays: 2,
  publicityWorkingDays: 5,
  filingWorkingDays: 3,
  returnWorkingDays: 5,
  reminderWorkingDaysBefore: 2,
  reminderHour: 9,
  escalationWorkingDays: [2, 4],
  entryConfirmationWorkingDays: [3, 6],
  waitingLineWorkingDays: 5,
  overdueReminderWorkingDays: 10,
  nextCalendarFrom: '11-01',
};
