type Job = { readonly name: string; readonly after?: readonly string[] };
export function inLanes<J extends Job>(
  jobs: readonly J[],
  how: { readonly lanes: number; readonly run: (job: J) => Promise<void> },
): Promise<void>;
