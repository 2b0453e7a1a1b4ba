/** The version of the server; the same as in package.json, by test. Reading that file would bundle all of it. */
export const version = '0.1.0';
