/** Kinds of questions that no story answers. */
export const unansweredKinds = [
	'about-yourself',
	'strengths-and-weakness',
	'why-this-company',
	'salary-and-terms',
	'brain-teaser',
	'plans',
	'technical-quiz',
	'your-questions',
	'logistics',
] as const;
export type UnansweredKind = (typeof unansweredKinds)[number];

/** What to say of a kind: what is asked, and what to do instead of telling a story. */
export const unansweredAdvice: Readonly<Record<UnansweredKind, { readonly asks: string; readonly advice: string }>> = {
	'about-yourself': {
		asks: 'about yourself',
		advice: 'In a minute: what you do, what brought you here, why this role is next.',
	},
	'strengths-and-weakness': {
		asks: 'about strengths and weaknesses',
		advice: 'Name one and what you do about it. Keep a story ready for “for example?”.',
	},
	'why-this-company': {
		asks: 'why this company',
		advice: 'Name one thing about the work here that you looked up, and what of yours fits it.',
	},
	'salary-and-terms': {
		asks: 'about pay and terms',
		advice: 'Know your range before you come. Ask for theirs first.',
	},
	'brain-teaser': {
		asks: 'for a brain-teaser',
		advice: 'Think aloud: what you assume, a rough way, a check. The way counts, not the number.',
	},
	plans: {
		asks: 'about your plans',
		advice: 'Say what you want to learn or own next, and why this role leads there.',
	},
	'technical-quiz': {
		asks: 'for technical knowledge',
		advice: 'Answer it directly. One sentence about where you used it is enough.',
	},
	'your-questions': {
		asks: 'what you want to know',
		advice: 'Have three questions ready about the team, the work and what success looks like.',
	},
	logistics: {
		asks: 'about dates and practical matters',
		advice: 'Answer in a sentence: start date, place, notice period.',
	},
};

/** The kind of that name; undefined where there is none. */
export function unansweredKind(name: string): UnansweredKind | undefined {
	return unansweredKinds.find((kind) => kind === name);
}
