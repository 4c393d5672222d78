import type { Question } from '../model.ts';

/**
 * A question as the built-in lists write it.
 *
 * @param signal what an interviewer listens for
 * @param also the other competency that it probes
 */
export function question(id: string, text: string, signal: string, also?: string): Question {
	return { id, text, signal, ...(also !== undefined && { also }) };
}
