import { readFrontMatter } from '../../story/frontMatter.ts';
import { planType } from './planDocument.ts';

/** The id of the framework that a plan is made for, by its front matter; undefined for another document. */
export function frameworkOfPlan(text: string): string | undefined {
	const entries = readFrontMatter(text)?.entries ?? [];
	const textOf = (name: string) => {
		const value = entries.find(({ key }) => key.value === name)?.value;
		return value?.kind === 'scalar' ? value.text.trim() : '';
	};
	return textOf('type') === planType ? textOf('framework') || undefined : undefined;
}
