import type { DeadlinesAnswer, DeadlinesRequest } from '@jifen/contracts';
import type { Result } from '@jifen/domain';

export type DeadlinesRefusal = { code: 'calendar-missing'; year: number } | { code: 'unknown-branch'; branchId: string };

/** Member computes every deadline. Rejects when member cannot be reached. */
export type Deadlines = { of(request: DeadlinesRequest): Promise<Result<DeadlinesAnswer, DeadlinesRefusal>> };
