/** A port that breaks down once: before the method has done its work, or after it, before anybody hears of it. */
export function breakOnce<Port extends object, Method extends keyof Port & string>(
  port: Port,
  method: Method,
  when: 'before' | 'after',
): void {
  const works = port[method];
  if (typeof works !== 'function') throw new Error(`${method} is no method`);
  const broken = async (...args: unknown[]) => {
    port[method] = works;
    if (when === 'after') await works(...args);
    throw new Error(`broken ${when} ${method}`);
  };
  port[method] = broken as Port[Method];
}

/** A port whose method misses once what another caller does at that moment: it answers as if nothing were there, and only then that happens. */
export function missOnce<Port extends object, Method extends keyof Port & string>(
  port: Port,
  method: Method,
  happens: () => Promise<unknown>,
): void {
  const works = port[method];
  const misses = async () => {
    port[method] = works;
    await happens();
    return undefined;
  };
  port[method] = misses as Port[Method];
}
