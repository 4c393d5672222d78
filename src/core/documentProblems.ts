import type { ProblemDescription } from './rules/rulePage.ts';

/** What the documentation tells of documents that are not analysed. In its examples `…` stands for more text than is read. */
export const documentProblems: readonly ProblemDescription[] = [
	{
		id: 'document-length',
		severity: 'information',
		summary: 'A story file too long to be analysed.',
		explanation:
			'More than 512 KB of text are not read: a story that can be told has three or four. Its stories do not count until it is shorter. Split the file: Split Bank into Files makes one of each story of a bank that is still read.',
		bad: ['---\ncompetencies: mentorship\n---\n\n# «Everything I ever did»\n\n…\n'],
		good: ['---\ncompetencies: mentorship\n---\n\n# One thing that I did\n'],
	},
	{
		id: 'document-intricate',
		severity: 'information',
		summary: 'A story file whose Markdown takes longer than a second to read.',
		explanation:
			'Some texts of a few kilobytes keep a Markdown parser busy for very long: thousands of list marks, asterisks or brackets in a row, mostly pasted by mistake. Reading is given up after a second, and the stories of the file do not count until it is simpler.',
		bad: ['---\n«competencies: mentorship»\n---\n\n# One thing that I did\n\n- - - - - - - - - - - - - - - - - - - - - -\n'],
		good: ['---\ncompetencies: mentorship\n---\n\n# One thing that I did\n'],
	},
];
