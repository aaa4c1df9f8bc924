/** What a county decides about its time-table; days are working days unless the name says otherwise. */
export const defaultCountySettings = {
  submissionOpensDay: 25,
  applicationWorkingDaysBefore: 3,
  registrationWorkingDaysBefore: 2,
  /** Days for the registration of a supplement; the day on which it begins is not counted. */
  supplementRegistrationWorkingDays: 2,
  publicityWorkingDays: 5,
  /** Days for the answer to an objection; the day on which it was raised is not counted. */
  objectionWorkingDays: 10,
  filingWorkingDays: 3,
  returnWorkingDays: 5,
  reminderWorkingDaysBefore: 2,
  /** Hour of the day in Asia/Shanghai at which reminders are sent. */
  reminderHour: 9,
  /** Within these minutes of a working day mails leave that nobody has asked for by hand: 09:00 to 17:30. */
  officeHours: { fromMinute: 540, toMinute: 1050 },
  /** Working days overdue after which the first, the second … level above is notified. */
  escalationWorkingDays: [2, 4],
  /** Days after which an entry by telephone is asked about: its member first, then the recorder. */
  entryConfirmationWorkingDays: [3, 6],
  /** Days after the end of its round, after which a line that still waits is told of. */
  waitingLineWorkingDays: 5,
  /** Working days overdue on which there is a reminder, and then one every so many days overdue, up to half a year. */
  overdueReminderWorkingDays: [1, 2, 3],
  overdueReminderEveryWorkingDays: 5,
  overdueReminderLastWorkingDay: 130,
  /**
   * Month and day from which the next year's calendar is required: November's month meets by the end of December, and its reminders
   * may fall in January. The State Council's office publishes the holidays about then.
   */
  nextCalendarFrom: '11-01',
};
export type CountySettings = Readonly<typeof defaultCountySettings>;
