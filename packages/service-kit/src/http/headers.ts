import type { Request } from 'express';
import type { RequestHeaders } from './app-options.ts';

export function headersOf(request: Request): RequestHeaders {
  return Object.fromEntries(Object.entries(request.headers).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}
