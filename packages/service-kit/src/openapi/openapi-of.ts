import type { Route } from '../http/route.ts';

export function openapiOf(_routes: readonly Route[], _info: { title: string; version: string }): Record<string, unknown> {
  throw new Error('openapiOf is not built yet');
}
