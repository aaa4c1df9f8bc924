import { CHECKOUT } from '../bootstrap/settings.mjs';
import { stackAddresses } from './addresses.mjs';
import { serverEntries } from './server-entries.mjs';
import { serviceEntries } from './service-entries.mjs';

/**
 * Everything that the supervisor runs, as data: servers first, then services and workers.
 * @param {{ stack: import('../bootstrap/settings.mjs').Stack, choices: object, kit: object, serversOnly: boolean }} what
 */
export function stackPlan({ stack, choices, kit, serversOnly }) {
  const servers = serverEntries({ stack, choices, kit });
  const addresses = stackAddresses({ stack, choices });
  const services = serversOnly ? [] : serviceEntries({ stack, addresses, after: servers.map((entry) => entry.name) });
  return { cwd: CHECKOUT, addresses, entries: [...servers, ...services] };
}
