export function freePorts(count: number): Promise<number[]>;
export function listeningInodes(table: string, port: number): string[];
export function portHolder(port: number): { readonly pid: number; readonly command: string } | undefined;
export function takenPorts(named: readonly (readonly [string, number])[]): Promise<string[]>;
