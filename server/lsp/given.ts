/** Settings as they were given, before anybody knows whether they mean anything. */
export type Given = Readonly<Record<string, unknown>>;

/** The keys that a `copydesk.json` has as well; the editor's section holds more (trace, …). */
const shared = ['language', 'rules', 'exclude'] as const;

/** The settings in what a client sends: they may stand under `copydesk`, or alone. */
export function sectionOf(value: unknown): Given {
  const given = asRecord(value);
  return isRecord(given['copydesk']) ? given['copydesk'] : given;
}

/** The keys that the configuration knows, where they are set at all. */
export function pick(section: Given): Given {
  return Object.fromEntries(
    shared.flatMap((key) =>
      section[key] === undefined || section[key] === null ? [] : [[key, section[key]]],
    ),
  );
}

export function asRecord(value: unknown): Given {
  return isRecord(value) ? value : {};
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
