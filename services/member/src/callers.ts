/** Every process of the house that may ask for what is no secret among them. */
export const everyService = ['member', 'scoring', 'notification', 'console', 'branch-worker', 'member-worker', 'seed'] as const;
