import { id, period, recordedActId } from '@jifen/contracts';
import { z } from 'zod';

export const branchParams = z.strictObject({ branchId: id });
export const memberParams = z.strictObject({ memberId: id });
export const monthParams = z.strictObject({ branchId: id, period });
export const lineParams = z.strictObject({ branchId: id, period, memberId: id });
export const actParams = z.strictObject({ branchId: id, period, actId: recordedActId });
