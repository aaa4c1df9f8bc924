import { describe, expect, it } from '@jest/globals';
import { keptYears, sheetsOf } from './kept-sheets.builders.ts';

/** Made by the first version, for the sheets that it had published. */
const kept = [
  [
    'a village, every way to task points',
    [
      ['2026-08', 'f014a35e4f455b06c0f41cac87ed09421c8260513760f3c3b2341c32c2584915'],
      ['2026-09', '198efa78aeaa47673bbdac091427f5829ffd9cbe05210997956badfd36c34a91'],
      ['2026-10', '6d366d6629dcf0e280f5ac7d8f93299ce60e9749edcfe424dc89fad322d12212'],
      ['2026-11', 'b7a96219374aefda1a609b69e4951d08b6027f257d91e6031f0eeee304391da0'],
      ['2026-12', 'e295d7ca7aaaff8b47d48f2ee6ac816ac7d7f6f16db521774924ff49e23c2ea5'],
    ],
  ],
  [
    'an institution, twelve sixes, more taken and given than counts',
    [
      ['2026-01', '93f828caf675c6c17ef51a8f28a755e7b4787171ac4d95bde9c3ef8d456f1d5b'],
      ['2026-02', '8b8fc75515a8c8e589318e2520492cb46dfdb1bbb232d26966449fdc7669c3e5'],
      ['2026-03', '6a783cd7696ea16efa306f2556c196a5204261429674af373a4ae4760043446b'],
      ['2026-04', '398e2b542d6fd2d0ff9a40d44583c76d1c613cda1ab688784cddf4b4316e96b7'],
      ['2026-05', '88b40a1cc56bd480127e922dfe53737d5975d1fa43a34a864098c2e8403f4ed3'],
      ['2026-06', '4c336f7c696603f02bd0d78b264f791abecc57e1fbb131b72ea0682e27e8fc81'],
      ['2026-07', '72a4d4620a3b2b23b0f49a0bbba09213d9726cb8bf1beb661a261fdf85081771'],
      ['2026-08', 'eea41c406e5b27b547bad93c81a371dd6c50051c53b633f5b440fc9e4a9038e0'],
      ['2026-09', '5f24895949e0873599ab1977a121c638d353354cfef3ca66a3745d2ce70ae00f'],
      ['2026-10', 'cfb88228b70b34067fc7b2ab4df7e1cc7bdd58d40f54afcda5559468feaaa6cc'],
      ['2026-11', '568b2ac059a7f265d97ab18d111d343d16e62cfb610d5107a773588cace30967'],
      ['2026-12', '7e823d7a67a1d1f2eb3330c17b06ee75ac03203a147c17e5d84a4700bc6d51cc'],
    ],
  ],
  [
    'a new organisation, months that were corrected',
    [
      ['2026-01', '24de822a787e98767b1c6aebc2f76ca0a31ebe0ce4302cd9661c504d7e3c4f28'],
      ['2026-03', 'b3a5f80c5764775eddca6a3ddfe4f5ad9162266e55577903802b4905a22e9d65'],
    ],
  ],
] as const;

describe('the hash of a published sheet (regulation 2-2 step 7)', () => {
  it.each(kept)('is the one it was published with: %s', (name, hashes) => {
    const year = keptYears.find((one) => one.name === name);
    expect(year && sheetsOf(year).map(({ period, hash }) => [period, hash])).toEqual(hashes);
  });
});
