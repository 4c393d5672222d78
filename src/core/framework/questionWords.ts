import { normaliseName } from './nearness.ts';

/** A question as it is compared: in any case and spacing, and whoever copies it may leave its mark out. */
export function questionWords(question: string): string {
	return normaliseName(question).replace(/[?.!\s]+$/u, '');
}
