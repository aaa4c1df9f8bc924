/** `token()` names the service itself, `token(personId)` the person it acts for. */
export type TokenSource = { token(actingFor?: string): Promise<string> };

export type ServiceTokenOptions = { memberUrl: string; service: string; secret: string; timeoutMs?: number; now?: () => number };

/** Fetched from member and kept until 10 s before they expire. */
export function createServiceTokens(_options: ServiceTokenOptions): TokenSource {
  throw new Error('createServiceTokens is not built yet');
}
