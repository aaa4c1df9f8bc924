import type { HowApplied as How } from '@jifen/contracts';
import { words } from '@jifen/wording';

/** Why it came late; the paper behind an entry on behalf, and who entered it. */
export function HowApplied({ how }: { how: How }) {
  return words.application.howApplied(how).map((sentence) => (
    <div className="muted" key={sentence}>
      {sentence}
    </div>
  ));
}
