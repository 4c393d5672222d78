import { forms } from './hostilePieces.ts';

/** A generator of numbers that gives the same ones for the same seed (Mulberry32, public domain). */
export function randomFrom(seed: number): Random {
	let state = seed;
	const next = () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
	};
	const below = (count: number) => Math.floor(next() * count);
	return { below, pick: (choices) => choices[below(choices.length)] as (typeof choices)[number] };
}

export interface Random {
	/** A whole number from 0 to `count` - 1. */
	below(count: number): number;
	pick<T>(choices: readonly T[]): T;
}

/** A document that somebody could have, broken by a bad hand, program or disk. */
export function hostileDocument(random: Random): string {
	const story = () => storyLike(random);
	const stories = Array.from({ length: 1 + random.below(3) }, story);
	let text = `${frontMatterLike(random)}${stories.join(random.pick(['\n\n', '\n---\n\n', '\n', '\n<<<<<<< HEAD\n']))}`;
	for (let damage = random.below(4); damage > 0; damage--) text = damaged(text, random);
	const eol = random.pick(['\n', '\n', '\r\n', '\r']);
	return `${random.pick(['', '', '\uFEFF'])}${eol === '\n' ? text : text.replaceAll('\n', eol)}`;
}

function frontMatterLike(random: Random): string {
	if (random.below(4) === 0) return '';
	const lines = Array.from({ length: 1 + random.below(6) }, () => random.pick(forms.yaml));
	const [open, close] = random.pick(forms.fences);
	return `${open}${lines.join('\n')}\n${close}\n`;
}

function storyLike(random: Random): string {
	const write = random.pick(forms.sections);
	const names = random.pick(forms.names);
	const details = Array.from({ length: random.below(3) }, () => random.pick(forms.details));
	const sections = names.map((name) => write(name, random.pick(forms.bodies)));
	if (random.below(6) === 0) sections.splice(random.below(sections.length), 1);
	if (random.below(8) === 0) sections.reverse();
	return [random.pick(forms.titles), ...details, ...sections].join('\n\n');
}

function damaged(text: string, random: Random): string {
	const at = random.below(text.length + 1);
	const end = Math.min(text.length, at + random.below(12));
	switch (random.below(6)) {
		case 0:
			return text.slice(0, at);
		case 1:
			return text.slice(0, at) + text.slice(end);
		case 2:
			return text.slice(0, at) + random.pick(forms.damage) + text.slice(at);
		case 3:
			return `${text.slice(0, end)}${text.slice(at)}`;
		case 4: {
			const lines = text.split('\n');
			const [line = ''] = lines.splice(random.below(lines.length), 1);
			lines.splice(random.below(lines.length + 1), 0, line);
			return lines.join('\n');
		}
		default:
			// As bytes of another encoding read as UTF-8.
			return new TextDecoder().decode(new TextEncoder().encode(text).subarray(random.below(3)));
	}
}
