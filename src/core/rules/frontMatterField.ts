import leven from 'leven';
import { fieldNamed, fields } from '../story/fields.ts';
import { wordSet } from '../language/wordSet.ts';
import type { Rule } from './rule.ts';

export const frontMatterField: Rule = {
	id: 'front-matter-field',
	severity: 'hint',
	summary: 'A near miss of a field that stories have.',
	explanation:
		'A field that is not known is taken for another tool’s and left alone, so `strenght: 4` rates nothing. Fields that are no near miss, and common ones of other tools such as `tags` or `dates`, are never told of, nor is a near miss of a field that is set already.',
	bad: [
		'---\ntype: star-story\n«competancies»: [mentorship]\n---\n# Onboarding Ines\n',
		'---\ncompetencies: mentorship\n«strenght»: 4\n«Status»: ready\n---\n# Onboarding Ines\n',
		'---\ncompetencies: mentorship\n«"titel"»: Onboarding Ines\n---\n',
	],
	good: [
		'---\ncompetencies: mentorship\ntags: [x]\naliases: [y]\ncssclass: wide\ncategory: z\nauthor: Joon\nlayout: post\ndraft: true\nid: 7\nslug: s\nlang: en\nweight: 3\ntypes: [a]\ndates: [2024]\nstats: 1\n---\n# Onboarding Ines\n',
		'---\ncompetencies: mentorship\ntitle: Onboarding Ines\ntitles: [One, Two]\n---\n',
	],
	on: 'document',
	*check({ frontMatter }) {
		if (!frontMatter?.intact) return;
		const set = new Set(frontMatter.entries.map(({ key }) => fieldNamed(key.value)?.name));
		for (const { key } of frontMatter.entries) {
			const meant = nearMiss(key.value);
			if (meant === undefined || set.has(fieldNamed(meant)?.name)) continue;
			// The second of two near misses would make the field twice.
			set.add(fieldNamed(meant)?.name);
			const fixes = [{ title: `Change to ${meant}`, edits: [{ span: key.span, newText: meant }], preferred: true }];
			yield {
				message: `\`${key.value}\` is not a field of stories: did you mean \`${meant}\`?`,
				span: key.span,
				fixes,
			};
		}
	},
};

const names = fields.flatMap(({ name, alias }) => (alias === undefined ? [name] : [name, alias]));

/** Fields of Jekyll, Hugo, Obsidian, Docusaurus, Zettlr, Pandoc and the like that come near one of ours. */
const othersFields = wordSet(
	'stats stat state states stage types typed tipe dates data updated created modified titles subtitle tile tier term terms theme ' +
		'themes item items teams roles rule rules projects product products companies campaign tags tag aliases alias cssclass ' +
		'cssclasses category categories author authors layout draft permalink description id slug lang language weight matrix style ' +
		'index rate gate late file time tame mate tea teamid typeid ignored confidence confident confidentiality rank',
);

/** The known field that a key was meant for, where all but a slip of the keyboard agrees. */
function nearMiss(key: string): string | undefined {
	if (fieldNamed(key) || othersFields.has(key.toLowerCase()) || key.length > longestKey) return undefined;
	const written = key.toLowerCase().replaceAll(/[\s_-]+/gu, '');
	if (othersFields.has(written)) return undefined;
	let nearest: string | undefined;
	let least = Infinity;
	for (const name of names) {
		const distance = slips(written, name);
		if (distance <= mostSlips(name) && distance < least) [nearest, least] = [name, distance];
	}
	return nearest;
}

/** A longer key is no misspelling of any of ours. */
const longestKey = 24;

/** How many slips a name takes before it is another word: `date` is near to `data`, `rate` and `gate`. */
function mostSlips(name: string): number {
	if (name.length < 5) return 0.5;
	return name.length < 8 ? 1 : name.length < 11 ? 2 : 3;
}

/** Letters to change, where two neighbours that changed places are half a slip: the commonest, and never another word. */
function slips(written: string, name: string): number {
	const distance = leven(written, name, { maxDistance: 4 });
	return distance === 2 && isTransposed(written, name) ? 0.5 : distance;
}

function isTransposed(written: string, name: string): boolean {
	if (written.length !== name.length) return false;
	let at = 0;
	while (written[at] === name[at]) at++;
	return written[at] === name[at + 1] && written[at + 1] === name[at] && written.slice(at + 2) === name.slice(at + 2);
}
