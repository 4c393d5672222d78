import { fieldNamed } from '../story/fields.ts';
import { nearestField } from '../story/fieldCheck.ts';
import type { Rule } from './rule.ts';

export const frontMatterField: Rule = {
	id: 'front-matter-field',
	severity: 'hint',
	summary: 'A near miss of a field that stories have.',
	explanation:
		'A field that is not known is taken for another tool’s and left alone, so `strenght: ' +
		'4` rates nothing. ' +
		'Fields that are no near miss, and common ones of other tools such as `tags` or `dates`, are never ' +
		'told of, nor is a near miss of a field that is set already.',
	bad: [
		'---\ntype: star-story\n«competancies»: [mentorship]\n---\n# Onboarding Ines\n',
		'---\ncompetencies: mentorship\n«strenght»: 4\n«Status»: ready\n---\n# Onboarding Ines\n',
		'---\ncompetencies: mentorship\n«"titel"»: Onboarding Ines\n---\n',
	],
	good: [
		'---\ncompetencies: mentorship\ntags: [x]\naliases: [y]\ncssclass: wide\ncategory: z\nauthor: ' +
			'Joon\nlayout: post\ndraft: true\nid: 7\nslug: s\nlang: en\nweight: 3\ntypes: [a]\ndates: ' +
			'[2024]\nstats: 1\n---\n# Onboarding Ines\n',
		'---\ncompetencies: mentorship\ntitle: Onboarding Ines\ntitles: [One, Two]\n---\n',
	],
	on: 'document',
	*check({ frontMatter }) {
		if (!frontMatter?.intact) return;
		const set = new Set(frontMatter.entries.map(({ key }) => fieldNamed(key.value)?.name));
		for (const { key } of frontMatter.entries) {
			const meant = nearestField(key.value);
			if (meant === undefined || set.has(fieldNamed(meant)?.name)) continue;
			// The second of two near misses would make the field twice.
			set.add(fieldNamed(meant)?.name);
			const fixes = () => [
				{ title: `Change to ${meant}`, edits: [{ span: key.span, newText: meant }], preferred: true },
			];
			yield {
				message: `\`${key.value}\` is not a field of stories: did you mean \`${meant}\`?`,
				span: key.span,
				fixes,
			};
		}
	},
};
