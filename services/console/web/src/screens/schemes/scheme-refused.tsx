import { commandLineWords, placeInScheme, words } from '@jifen/wording';
import type { Refused } from '../../api/client.ts';
import { RefusalAlert } from '../../parts/outcome.tsx';

type Reason = { code: string; path: string; values: Record<string, string> };
const reasonsIn = ({ code, facts }: Refused): readonly Reason[] =>
  code === 'scheme-unreadable' && Array.isArray(facts.reasons) ? (facts.reasons as Reason[]) : [];

/** Why a step was not done; of a file that cannot be used, every place. */
export function SchemeRefused({ refused }: { refused: Refused }) {
  const reasons = reasonsIn(refused);
  return (
    <div className="stack-small">
      <RefusalAlert refused={refused} />
      {reasons.length === 0 ? null : (
        <>
          <span className="strong">{words.schemes.content.unreadable}</span>
          <ul className="plain-list stack-small">
            {reasons.map(({ code, path, values }) => (
              <li key={`${path} ${code}`}>
                <span className="muted">{words.shell.labelled(placeInScheme({}, path))}</span>
                {commandLineWords.unusable(code, values)}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
