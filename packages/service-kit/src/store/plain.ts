/** As JSON keeps it: a field that is undefined is left out, where the driver would write null. */
export const plain = <T>(value: T): T => JSON.parse(JSON.stringify(value));
