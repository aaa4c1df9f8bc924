import { describe, expect, it } from '@jest/globals';
import { loadConfig } from '@jifen/service-kit';
import { branchWorkerConfig, memberWorkerConfig } from './config.ts';

const environment = { PORT: '8105', TEMPORAL_ADDRESS: '127.0.0.1:7333', TZ: 'UTC' };

describe('configuration of the workers', () => {
  it('the member worker needs no service', () => {
    expect(loadConfig(memberWorkerConfig, environment)).toMatchObject({ PORT: 8105, HOST: '127.0.0.1', TEMPORAL_NAMESPACE: 'jifen' });
  });

  it('the branch worker names each service that is missing', () => {
    expect(() => loadConfig(branchWorkerConfig, environment)).toThrow(/MEMBER_URL is not set[\s\S]*SCORING_URL is not set/);
  });

  it('a worker runs in UTC only', () => {
    expect(() => loadConfig(memberWorkerConfig, { ...environment, TZ: 'Asia/Shanghai' })).toThrow('TZ is wrong');
  });
});
