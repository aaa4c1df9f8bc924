import type { Response } from 'express';
import type { Caller } from '../identity/caller.ts';

/** What the steps of a request hand on to each other. */
export type RequestNotes = { requestId: string; caller?: Caller; routine?: true };

export function notesOf(response: Response): RequestNotes {
  return response.locals as RequestNotes;
}
