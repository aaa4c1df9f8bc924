export interface Provided {
  readonly choices: Record<string, { readonly rung: string; readonly why: string }>;
  readonly kit: { readonly root: string; readonly ferretdb: string; readonly temporal: string };
  readonly environment: { readonly TEMPORAL_TEST_SERVER?: string };
}
export function provision(options?: { forTests?: boolean; cache?: string }): Promise<Provided>;
