import type {
  ComparisonRequest,
  NewSchemeVersion,
  SchemeAdoption,
  SchemeInForce,
  SchemeLibraryAnswer,
  SchemeReplacement,
  SchemeVersionsPage,
  SchemeVersionView,
  SectorName,
} from '@jifen/contracts';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { call, type Refused, withQuery } from './client.ts';

const whileComparingMs = 1000;

export const useSchemeInForce = (sector: SectorName) =>
  useQuery({
    queryKey: ['scheme-in-force', sector],
    queryFn: () => call<SchemeInForce>('GET', withQuery('/schemes/in-force', { sector })),
    placeholderData: keepPreviousData,
  });

export const useSchemeLibrary = (enabled: boolean) =>
  useQuery({ queryKey: ['scheme-library'], queryFn: () => call<SchemeLibraryAnswer>('GET', '/schemes/library'), enabled });

export const useSchemeVersions = (sector: SectorName, page: number) =>
  useQuery({
    queryKey: ['scheme-versions', sector, page],
    queryFn: () => call<SchemeVersionsPage>('GET', withQuery('/scheme-versions', { sector, page })),
    placeholderData: keepPreviousData,
  });

const pathOf = (versionId: string) => `/scheme-versions/${versionId}`;
const keyOf = (versionId: string) => ['scheme-version', versionId] as const;

/** Asks again while it is being compared. */
export const useSchemeVersion = (versionId: string) =>
  useQuery({
    queryKey: keyOf(versionId),
    queryFn: () => call<SchemeVersionView>('GET', pathOf(versionId)),
    refetchInterval: ({ state }) => (state.data?.comparison?.status === 'running' ? whileComparingMs : false),
  });

/** What came back is shown at once; lists are read anew. */
function useStep<T>(send: (asked: T) => Promise<SchemeVersionView>) {
  const queries = useQueryClient();
  return useMutation<SchemeVersionView, Refused, T>({
    mutationFn: send,
    onSuccess: async (version) => {
      queries.setQueryData(keyOf(version.id), version);
      await queries.invalidateQueries({ queryKey: ['scheme-versions'] });
      await queries.invalidateQueries({ queryKey: ['scheme-in-force'] });
    },
  });
}

export const useDraftScheme = (versionId: string) => useStep((body: NewSchemeVersion) => call('PUT', pathOf(versionId), body));
export const useReplaceScheme = (versionId: string) =>
  useStep((body: SchemeReplacement) => call('PUT', `${pathOf(versionId)}/scheme`, body));
export const useLintScheme = (versionId: string) => useStep((_: undefined) => call('POST', `${pathOf(versionId)}/lint`, {}));
export const useCompareScheme = (versionId: string) =>
  useStep(({ comparisonId, ...body }: ComparisonRequest & { comparisonId: string }) =>
    call('PUT', `${pathOf(versionId)}/comparisons/${comparisonId}`, body),
  );
export const useConfirmComparison = (versionId: string) =>
  useStep((comparisonId: string) => call('PUT', `${pathOf(versionId)}/comparisons/${comparisonId}/seen`, {}));
export const useAdoptScheme = (versionId: string) =>
  useStep((body: SchemeAdoption & { replaces: number }) => call('PUT', `${pathOf(versionId)}/adoption`, body));
export const useWithdrawScheme = (versionId: string) =>
  useStep((body: { reason: string }) => call('PUT', `${pathOf(versionId)}/withdrawal`, body));
