import type { Organisation, SectorName } from '@jifen/contracts';

export type BranchPlan = {
  id: string;
  /** The supervising committee's id. */
  committee: string;
  name: string;
  sector: SectorName;
  partyDay: number;
  size: number;
  committeeSize: 0 | 3 | 5;
  groups: number;
  /** Of a hundred members: without post, and on paper only. */
  withoutPost: number;
  onPaper: number;
  bornFrom: number;
  /** Of a hundred members outside committee and recorders: away for work, in a group of their own. */
  mobile?: number;
  /** Whether the last member of the roster is on probation. Default: yes. */
  withoutProbationary?: true;
};

/** A township has a clerk who may enter paper for its branches. */
export type CommitteePlan = { id: string; name: string; hasClerk: boolean };

export type County = { id: string; name: string; committees: readonly CommitteePlan[]; branches: readonly BranchPlan[] };

const countyPath = ({ id }: Pick<County, 'id'>) => `/${id}`;
const committeePath = (county: Pick<County, 'id'>, committee: string) => `${countyPath(county)}/${committee}`;
const branchPath = (county: Pick<County, 'id'>, { committee, id }: Pick<BranchPlan, 'committee' | 'id'>) =>
  `${committeePath(county, committee)}/${id}`;

/** The paths of a county's organisations in its tree. */
export const paths = { county: countyPath, committee: committeePath, branch: branchPath };

/** The county, its supervising committees and its branches. */
export function organisationsOf(county: County, objectionsTo: (branchId: string) => { name: string; telephone: string }): Organisation[] {
  const committees = county.committees.map(({ id, name }): Organisation => {
    return { id, kind: 'supervising-committee', path: paths.committee(county, id), name };
  });
  const branches = county.branches.map((branch): Organisation => {
    const { id, name, sector, partyDay } = branch;
    return { id, kind: 'branch', path: paths.branch(county, branch), name, sector, partyDay, objectionsTo: objectionsTo(id) };
  });
  return [{ id: county.id, kind: 'county', path: paths.county(county), name: county.name }, ...committees, ...branches];
}
