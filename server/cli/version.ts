/** The version of this program; the same as in package.json, by test. Reading that file would cost a start-up. */
export const version = '0.1.0';
