import { checkFacts, type PreparedScheme, type ScoringFacts, type Tally, whatIf } from '@jifen/domain';
import { commandLineWords, conflictName, figureText, tenPoints } from '@jifen/wording';
import { named } from './evaluate-scheme.ts';
import { type Answer, answered, findingLines, inJson, type Loaded, loadPrepared, loadSeveralFacts, refused } from './load.ts';

type Asked = { readonly oldFile: string; readonly newFile: string; readonly factsFiles: readonly string[]; readonly json: boolean };

const mostAffected = 20;
const said = commandLineWords.whatIf;

type Placed = { readonly file: string; readonly facts: ScoringFacts };

/** Facts that either scheme cannot score, and duplicate members: with any error nothing is counted. */
function wrongWith(schemes: readonly PreparedScheme[], all: readonly Placed[]): readonly string[] {
  const seen = new Set<string>();
  return all.flatMap(({ file, facts }) => {
    const key = `${facts.member.id} ${facts.year}`;
    const twice = seen.has(key) ? [commandLineWords.at(file, '', said.twice(facts.member.id))] : [];
    seen.add(key);
    const findings = schemes.flatMap((ready) => checkFacts(ready, facts));
    return [...twice, ...new Set(findingLines(file, findings))];
  });
}

function readAll(files: readonly string[]): Loaded<readonly Placed[]> {
  const read = files.map((file) => ({ file, loaded: loadSeveralFacts(file) }));
  const sentences = read.flatMap(({ loaded }) => (loaded.ok ? [] : loaded.sentences));
  if (sentences.length > 0) return { ok: false, sentences };
  return {
    ok: true,
    value: read.flatMap(({ file, loaded }) =>
      loaded.ok ? loaded.value.map((facts, index, { length }) => ({ file: length === 1 ? file : `${file}#${index + 1}`, facts })) : [],
    ),
  };
}

function lines(present: PreparedScheme, draft: PreparedScheme, tally: Tally): readonly string[] {
  const { noGrade } = commandLineWords;
  const gradeIn = ({ scheme }: PreparedScheme, grade: string | null) => named(scheme.grading?.grades, grade);
  const anyGrade = (grade: string | null) => gradeIn(draft, grade) ?? gradeIn(present, grade) ?? noGrade;
  const titleOf = (node: string | null) => (node === null ? '' : ((draft.nodes.get(node) ?? present.nodes.get(node))?.node.title ?? ''));
  return [
    said.members(tally.members, tally.higher, tally.lower, tally.same),
    ...tally.totals.map(({ from, ...both }) => said.both(tenPoints(from), both)),
    ...tally.grades.map(({ grade, ...both }) => said.both(anyGrade(grade), both)),
    ...tally.changes.map(({ from, to, count }) => said.change(gradeIn(present, from) ?? noGrade, gradeIn(draft, to) ?? noGrade, count)),
    ...tally.conflicts.map(({ code, node, ...both }) => said.both(conflictName(code, titleOf(node)), both)),
    ...tally.mostAffected.map(({ member, present: before, draft: after, difference }) =>
      said.affected(member, figureText(before), figureText(after), figureText(difference)),
    ),
  ];
}

/** `scheme what-if`: the facts of many members under two schemes. Exit 1 if the new one has conflicts that the old one does not have. */
export function whatIfSchemes({ oldFile, newFile, factsFiles, json }: Asked): Answer {
  const present = loadPrepared(oldFile);
  if (!present.ok) return refused(present.sentences);
  const draft = loadPrepared(newFile);
  if (!draft.ok) return refused(draft.sentences);
  const facts = readAll(factsFiles);
  if (!facts.ok) return refused(facts.sentences);
  const wrong = wrongWith([present.value, draft.value], facts.value);
  if (wrong.length > 0) return refused(wrong);
  const pairs = facts.value.map((one) => ({ present: one.facts, draft: one.facts }));
  const tally = whatIf({ present: present.value, draft: draft.value }, pairs, mostAffected);
  const exitCode = tally.conflicts.some((one) => one.draft > one.present) ? 1 : 0;
  return answered(exitCode, json ? inJson(tally) : lines(present.value, draft.value, tally));
}
