export declare const services: readonly string[];
export declare function sourceOf(service: string): string;
/** What breaks the rule in a service whose source lies there. */
export declare function wrongIn(src: string): string[];
