import type { MatrixChange } from '../protocol/matrix.ts';
import { shortened } from '../ui/elements.tsx';

/** What a change has done to a story, such as `Tagged “Amara” with Mentorship`. */
export function changeWords(change: MatrixChange, title: string, competency: string): string {
	const story = `“${shortened(title)}”`;
	switch (change.kind) {
		case 'tag':
			return `Tagged ${story} with ${competency}`;
		case 'untag':
			return `Took ${competency} off ${story}`;
		case 'set':
			return change.field === 'status' ? `Retired ${story}` : `Rated ${story} ${change.value}`;
		case 'clear':
			return `Took the rating off ${story}`;
		case 'answer':
			return `Added to the questions of ${story}`;
		case 'unanswer':
			return `Taken off the questions of ${story}`;
	}
}
