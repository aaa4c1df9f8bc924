import type { ConsoleMe } from '@jifen/contracts';
import { createContext, use } from 'react';

export const MeContext = createContext<ConsoleMe | undefined>(undefined);

/** Who is signed in; only screens behind the sign-in ask. */
export function useSignedIn(): ConsoleMe {
  const me = use(MeContext);
  if (!me) throw new Error('this screen is shown to nobody who is not signed in');
  return me;
}
