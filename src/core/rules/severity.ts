import type { Severity } from './rule.ts';

/** Severities by rule id, as the author set them. */
export type SeveritySettings = Readonly<Record<string, Severity | 'off'>>;

/**
 * How much the findings of a rule matter to the author.
 * @param rule its id
 * @param usual its severity where the author set none
 */
export function severityOf(rule: string, settings: SeveritySettings, usual: Severity): Severity | 'off' {
	// Nothing that every object inherits is a setting.
	return (Object.hasOwn(settings, rule) ? settings[rule] : undefined) ?? usual;
}
