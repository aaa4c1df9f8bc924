export interface Browser {
  readonly cdpUrl: string;
  readonly stop: () => Promise<void>;
}
export interface Choice {
  readonly rung: string;
  readonly why: string;
  readonly program?: string;
}
export function chooseBrowser(environment?: Record<string, string | undefined>): Choice;
export interface Program {
  readonly program: string;
  readonly flags: readonly string[];
  readonly env: Record<string, string | undefined>;
}
export function startBrowser(where: { dataDir: string; port: number; given?: Program | undefined }): Promise<Browser>;
