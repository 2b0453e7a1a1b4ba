/** Something wrong in a configuration: where, and what to write instead. */
export interface SettingProblem {
  /** The keys from the outermost to the one concerned. */
  readonly path: readonly string[];
  /** What is wrong, why and what to do, in one or two sentences. */
  readonly message: string;
}

/** What is wrong with a configuration. */
export function checkConfiguration(configuration: unknown): SettingProblem[] {
  void configuration;
  return [];
}
