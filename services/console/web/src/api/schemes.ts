import {
  type ComparisonRequest,
  type NewSchemeVersion,
  type SchemeAdoption,
  type SchemeReplacement,
  type SchemeVersionView,
  type SectorName,
  schemeEndpoints,
} from '@jifen/contracts';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { call, queryOf, type Refused } from './client.ts';

const whileComparingMs = 1000;

export const useSchemeInForce = (sector: SectorName) =>
  useQuery({ ...queryOf(schemeEndpoints.inForce, { query: { sector } }), placeholderData: keepPreviousData });

export const useSchemeLibrary = (enabled: boolean) => useQuery({ ...queryOf(schemeEndpoints.library, {}), enabled });

export const useSchemeVersions = (sector: SectorName, page: number) =>
  useQuery({ ...queryOf(schemeEndpoints.versions, { query: { sector, page } }), placeholderData: keepPreviousData });

const versionQuery = (versionId: string) => queryOf(schemeEndpoints.version, { params: { versionId } });

/** Asks again while it is being compared. */
export const useSchemeVersion = (versionId: string) =>
  useQuery({
    ...versionQuery(versionId),
    refetchInterval: ({ state }) => (state.data?.comparison?.status === 'running' ? whileComparingMs : false),
  });

/** What came back is shown at once; lists are read anew. */
function useStep<T>(send: (asked: T) => Promise<SchemeVersionView>) {
  const queries = useQueryClient();
  return useMutation<SchemeVersionView, Refused, T>({
    mutationFn: send,
    onSuccess: async (version) => {
      queries.setQueryData(versionQuery(version.id).queryKey, version);
      await queries.invalidateQueries({ queryKey: [schemeEndpoints.versions.path] });
      await queries.invalidateQueries({ queryKey: [schemeEndpoints.inForce.path] });
    },
  });
}

export const useDraftScheme = (versionId: string) =>
  useStep((body: NewSchemeVersion) => call(schemeEndpoints.draft, { params: { versionId }, body }));
export const useReplaceScheme = (versionId: string) =>
  useStep((body: SchemeReplacement) => call(schemeEndpoints.replace, { params: { versionId }, body }));
export const useLintScheme = (versionId: string) =>
  useStep((_: undefined) => call(schemeEndpoints.lint, { params: { versionId }, body: {} }));
export const useCompareScheme = (versionId: string) =>
  useStep(({ comparisonId, ...body }: ComparisonRequest & { comparisonId: string }) =>
    call(schemeEndpoints.compare, { params: { versionId, comparisonId }, body }),
  );
export const useConfirmComparison = (versionId: string) =>
  useStep((comparisonId: string) => call(schemeEndpoints.confirmComparison, { params: { versionId, comparisonId }, body: {} }));
export const useAdoptScheme = (versionId: string) =>
  useStep((body: SchemeAdoption & { replaces: number }) => call(schemeEndpoints.adopt, { params: { versionId }, body }));
export const useWithdrawScheme = (versionId: string) =>
  useStep((body: { reason: string }) => call(schemeEndpoints.withdraw, { params: { versionId }, body }));

/** Adopted or withdrawn: nothing of it changes any more. */
export const isClosed = ({ status }: Pick<SchemeVersionView, 'status'>): boolean => status === 'adopted' || status === 'withdrawn';
