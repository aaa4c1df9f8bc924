import type { Response } from 'express';
import type { Caller } from '../identity/caller.ts';

/** What one step of a request passes to the next. */
export type RequestNotes = { requestId: string; caller?: Caller; routine?: true };

export function notesOf(response: Response): RequestNotes {
  return response.locals as RequestNotes;
}
