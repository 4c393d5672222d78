import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';
import { expect } from 'chai';
import { contributedFiles } from '../../src/core/contributed.ts';
import { withRulesSetting } from '../../src/core/contributedSettings.ts';
import { describedProblems } from '../../src/core/describedProblems.ts';
import { builtInIds } from '../../src/core/framework/built-in/ids.ts';
import { staff } from '../../src/core/framework/built-in/staff.ts';
import { severities } from '../../src/core/text/problem.ts';
import { commands, contextKeys, mcpServers, participants, tools, views } from '../../src/vscode/ids.ts';

const root = join(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(join(root, file), 'utf8');

interface Manifest {
	readonly main: string;
	readonly icon: string;
	readonly repository: { readonly url: string };
	readonly bugs: { readonly url: string };
	readonly homepage: string;
	readonly activationEvents: readonly string[];
	readonly contributes: {
		readonly commands: readonly {
			readonly command: string;
			/** With another under which the palette finds it. */
			readonly title: string | { readonly value: string; readonly original: string };
			readonly category: string;
		}[];
		readonly walkthroughs: readonly {
			readonly steps: readonly {
				readonly media: { readonly svg: string };
				readonly completionEvents: readonly string[];
			}[];
		}[];
		readonly configuration: readonly { readonly properties: Readonly<Record<string, Setting>> }[];
		readonly views: Readonly<Record<string, readonly { readonly id: string; readonly icon: string }[]>>;
		readonly keybindings: readonly unknown[];
		readonly viewsWelcome: readonly { readonly view: string; readonly when: string }[];
		readonly menus: Readonly<
			Record<string, readonly { readonly command: string; readonly when: string; readonly group?: string }[]>
		>;
		readonly chatParticipants: readonly { readonly id: string; readonly when: string }[];
		readonly mcpServerDefinitionProviders: readonly { readonly id: string; readonly when: string }[];
		readonly chatSkills: readonly { readonly path: string }[];
		readonly languageModelTools: readonly { readonly name: string; readonly when: string }[];
		readonly snippets: readonly { readonly path: string }[];
		readonly grammars: readonly { readonly path: string }[];
	};
}

interface Setting {
	readonly type: string;
	readonly order: number;
	readonly default: unknown;
	readonly minimum?: number;
	readonly scope: string;
	readonly items?: { readonly enum?: readonly string[]; readonly markdownEnumDescriptions?: readonly string[] };
	readonly properties?: Readonly<
		Record<
			string,
			{ readonly enum: readonly string[]; readonly default: string; readonly markdownDescription: string }
		>
	>;
}

const manifest = JSON.parse(read('package.json')) as Manifest;
const strings = JSON.parse(read('package.nls.json')) as Readonly<Record<string, string>>;

describe('files written from the core', () => {
	for (const { path, text } of contributedFiles()) {
		it(`${path} is as the core has it (npm run build writes it)`, () => expect(read(path)).to.equal(text));
	}

	it('leave no page of a rule that is gone', () => {
		const pages = readdirSync(join(root, 'docs/rules')).toSorted();
		expect(pages).to.deep.equal(describedProblems.map(({ id }) => `${id}.md`).toSorted());
	});
});

describe('the manifest', () => {
	const { contributes } = manifest;
	const settings: Readonly<Record<string, Setting>> = Object.fromEntries(
		contributes.configuration.flatMap(({ properties }) => Object.entries(properties)),
	);

	it('has every string that it names, and names every string it has', () => {
		const named = [...read('package.json').matchAll(/"%([^%"]+)%"/gu)].map(([, key]) => key);
		expect([...new Set(named)].toSorted()).to.deep.equal(Object.keys(strings).toSorted());
		for (const text of Object.values(strings)) expect(text.trim()).not.to.equal('');
	});

	it('declares the commands, views and context keys that the code uses', () => {
		expect(contributes.commands.map(({ command }) => command).toSorted()).to.deep.equal(
			Object.values(commands).toSorted(),
		);
		expect(
			Object.values(contributes.views)
				.flat()
				.map(({ id }) => id),
		).to.deep.equal(Object.values(views));
		const when = JSON.stringify([contributes.menus, contributes.viewsWelcome, contributes.chatParticipants]);
		for (const key of Object.values(contextKeys)) expect(when).to.contain(key);
	});

	it('declares the participant of chat and the server for models that the code registers', () => {
		expect(contributes.chatParticipants.map(({ id, when }) => ({ id, when }))).to.deep.equal([
			{ id: participants.star, when: contextKeys.chatModel },
		]);
		expect(contributes.mcpServerDefinitionProviders.map(({ id, when }) => ({ id, when }))).to.deep.equal([
			{ id: mcpServers.stories, when: 'config.starStories.languageModelTools.enabled' },
		]);
		expect(contributes.chatSkills).to.deep.equal([{ path: './skills/star-stories/SKILL.md' }]);
		for (const { path } of contributes.chatSkills) expect(read(path)).to.match(/^---\nname: star-stories\n/u);
	});

	it('declares the tools for language models that the code registers, off until the author turns them on', () => {
		expect(contributes.languageModelTools.map(({ name }) => name)).to.deep.equal(Object.values(tools));
		for (const { when } of contributes.languageModelTools)
			expect(when).to.equal('config.starStories.languageModelTools.enabled');
		expect(settings['starStories.languageModelTools.enabled']).to.include({
			default: false,
			scope: 'application',
		});
		// Nor can a workspace have them name what is hidden.
		expect(settings['starStories.languageModelTools.redact']).to.include({
			scope: 'application',
		});
	});

	it('offers for a story what it can be used for, what changes it, and its text, in three groups', () => {
		const shownFor = (row: string) =>
			(contributes.menus['view/item/context'] ?? []).filter(({ when }) => {
				const [, equal, pattern] = /viewItem (?:== (\S+)|=~ \/(\S+)\/)/u.exec(when) ?? [];
				return equal === undefined ? new RegExp(pattern ?? '^$', 'u').test(row) : equal === row;
			});
		for (const row of [
			'story.draft.problems',
			'story.ready',
			'story.retired.problems',
			'candidate',
			'competency.own',
		]) {
			const groups = new Set(shownFor(row).map(({ group = '' }) => group.replace(/@\d+$/u, '')));
			groups.delete('inline');
			expect(groups.size, row).to.be.within(1, 3);
		}
		const named = (row: string) => shownFor(row).map(({ command }) => command);
		expect(named('story.draft.problems')).to.include.members([
			commands.markReady,
			commands.showProblems,
			commands.revealStoryFile,
			commands.renameStory,
			commands.deleteStory,
		]);
		expect(named('story.ready')).not.to.include(commands.markReady).and.not.to.include(commands.showProblems);
		expect(named('candidate')).not.to.include(commands.deleteStory);
	});

	it('keeps commands that need an argument out of the palette, and the others under one category', () => {
		const hidden = contributes.menus['commandPalette']
			?.filter((item) => item.when === 'false')
			.map(({ command }) => command);
		expect(hidden).to.have.members([
			commands.switchOnFramework,
			commands.addCompetency,
			commands.revealStoryFile,
			commands.renameStory,
			commands.deleteStory,
			commands.openStory,
			commands.showProblems,
			commands.newStoryFor,
			commands.notAStory,
			commands.openToSide,
			commands.renameCompetency,
			commands.markReady,
			commands.sayHowItLanded,
		]);
		expect(new Set(contributes.commands.map(({ category }) => category)).size).to.equal(1);
	});

	describe('in a workspace without stories', () => {
		const { menus } = contributes;

		it('offers in the palette what begins a story or finds one, and nothing else', () => {
			const conditional = new Set(menus['commandPalette']?.map(({ command }) => command));
			expect(Object.values(commands).filter((command) => !conditional.has(command))).to.have.members([
				commands.newStory,
				commands.openSamples,
				commands.findStory,
				commands.chooseFrameworks,
			]);
			for (const { command, when } of menus['commandPalette'] ?? [])
				expect(when, command).to.match(/^false$|starStories\./u);
		});

		it('offers nothing in the menu of an editor', () => {
			for (const { command, when } of menus['editor/context'] ?? [])
				expect(when, command).to.match(/&& starStories\.(?:hasStories|storyTable)$/u);
		});

		it('takes no key that is not set for a sign of stories', () => {
			for (const { when } of Object.values(menus).flat()) expect(when).not.to.match(/!\s*starStories/u);
		});

		it('wakes for what only this extension has, not for every Markdown file', () => {
			expect(manifest.activationEvents).to.deep.equal([
				'onLanguage:markdown',
				'workspaceContains:star-framework.yaml',
				'workspaceContains:stories/**/*.{md,markdown}',
				'onWebviewPanel:starStories.matrix',
				'onWebviewPanel:starStories.practice',
				'onFileSystem:star-stories-samples',
			]);
		});
	});

	describe('to somebody who is new', () => {
		it('offers what is looked for by the words that people type', () => {
			const found = (word: string) =>
				contributes.commands
					.filter(({ title }) => {
						const shown =
							strings[(typeof title === 'string' ? title : title.value).replaceAll('%', '')] ?? '';
						return `${shown} ${typeof title === 'string' ? '' : title.original}`
							.toLowerCase()
							.includes(word);
					})
					.map(({ command }) => command);
			expect(found('practice')).to.include(commands.practise);
			expect(found('practise')).to.include(commands.practise);
			expect(found('mock')).to.include(commands.practise);
			expect(found('export')).to.include(commands.createReport);
			expect(found('coverage')).to.include(commands.showMatrix);
			expect(found('amazon')).to.include(commands.chooseFrameworks);
			expect(found('import')).to.include.members([commands.tagCandidates, commands.findMyStories]);
			expect(found('sample')).to.include(commands.openSamples);
		});

		it('asks a question of each competency of the default framework', () => {
			const lines = strings['view.competencies.welcome.noStories']?.split('\n') ?? [];
			for (const { id, name, questions } of staff.competencies) {
				const link = `[${name}](command:${commands.newStoryFor}?${encodeURIComponent(JSON.stringify([id]))}): `;
				const asked = lines.find((line) => line.startsWith(link))?.slice(link.length);
				expect(
					questions?.map(({ text }) => text),
					name,
				).to.include(asked);
			}
		});

		it('names only commands that there are', () => {
			const named = Object.values(strings).flatMap((text) =>
				[...text.matchAll(/\(command:(starStories\.\w+)/gu)].map(([, command]) => command),
			);
			expect(named).not.to.deep.equal([]);
			const known = new Set<string | undefined>([...Object.values(commands), ...Object.values(views)]);
			expect(named.filter((command) => !known.has(command))).to.deep.equal([]);
		});

		it('walks through in five steps, each with a picture in the colours of the theme and an end', () => {
			const [steps = []] = contributes.walkthroughs.map((each) => each.steps);
			expect(steps).to.have.lengthOf(5);
			for (const { media, completionEvents } of steps) {
				const picture = read(media.svg);
				expect(picture, media.svg).to.contain('var(--vscode-');
				// VS Code takes styles of its own alone, and a colour that is no variable's suits one theme.
				expect(picture, media.svg).not.to.match(/<style|style=|class=|(?:fill|stroke)="#/u);
				expect(completionEvents, media.svg).not.to.deep.equal([]);
			}
		});
	});

	it('offers each rule with its own default severity, summary and page', () => {
		const written = withRulesSetting(read('package.json'), read('package.nls.json'));
		expect(read('package.json'), 'npm run build writes it').to.equal(written.manifest);
		expect(read('package.nls.json'), 'npm run build writes it').to.equal(written.strings);
		const { properties = {}, default: defaults } = settings['starStories.rules'] ?? {};
		const adjustable = describedProblems.filter(({ fixedSeverity }) => !fixedSeverity);
		expect(Object.keys(properties)).to.deep.equal(adjustable.map(({ id }) => id));
		expect(defaults).to.deep.equal(Object.fromEntries(adjustable.map(({ id, severity }) => [id, severity])));
		for (const { id, severity, summary } of adjustable) {
			expect(properties[id]?.default, id).to.equal(severity);
			expect(properties[id]?.enum, id).to.deep.equal([...severities, 'off']);
			expect(strings[`configuration.rules.${id}`], id).to.include(summary).and.include(`/docs/rules/${id}.md`);
			const named = new RegExp(`^- \`${severity}\`: .*\\[${id}\\]\\([^)]+/docs/rules/${id}\\.md\\)`, 'mu');
			expect(strings['configuration.rules'], id).to.match(named);
		}
	});

	it('lists settings in categories, each in a place of its own, numbers that count as integers', () => {
		expect(contributes.configuration.length).to.be.greaterThan(1);
		const orders = Object.values(settings).map(({ order }) => order);
		expect(orders).to.deep.equal(orders.map((_, index) => index + 1));
		expect(Object.keys(settings)[0]).to.equal('starStories.frameworks');
		expect(Object.values(settings).filter(({ type }) => type === 'number')).to.deep.equal([]);
	});

	it('has a row for each setting in the documentation, and no other', () => {
		const rows = [...read('docs/settings.md').matchAll(/^\| `(?<id>[^`]+)`/gmu)].map(
			({ groups }) => groups?.['id'],
		);
		expect(rows).to.have.members(Object.keys(settings));
	});

	it('says of each built-in framework what it is, wherever it is chosen', () => {
		const { items } = settings['starStories.frameworks'] ?? {};
		expect(items?.enum).to.deep.equal(builtInIds);
		expect(items?.markdownEnumDescriptions).to.deep.equal(
			builtInIds.map((id) => `%configuration.frameworks.${id}%`),
		);
		for (const id of builtInIds) {
			const sentence = strings[`configuration.frameworks.${id}`];
			expect(strings['configuration.frameworks'], id).to.include(`- \`${id}\`: ${sentence}\n`);
		}
	});

	it('names the repository in one address', () => {
		const { url } = manifest.repository;
		const address = url.replace(/\.git$/u, '');
		expect(manifest.bugs.url).to.equal(`${address}/issues`);
		expect(manifest.homepage).to.equal(`${address}#readme`);
	});

	it('says of every file with the placeholder of that address that it is to be put in there', () => {
		const [, account = '', files = ''] =
			/sed -i 's\/(\w+)\/YOUR-ACCOUNT\/' (.+) && npm run build/u.exec(read('docs/releasing.md')) ?? [];
		const isApart = /^(?:node_modules|dist|test|\.git|\.github|\.vscode-test|\.bench)$|\.vsix$/u;
		const named = readdirSync(root)
			.filter((name) => !isApart.test(name))
			.flatMap(filesIn)
			.filter((file) => file !== 'docs/releasing.md' && read(file).includes(account));
		// Once it is put in, none has the placeholder.
		if (named.length > 0) expect(named).to.have.members(files.split(' '));
	});

	it('takes one key, and only while the view has the focus', () => {
		expect(contributes.keybindings).to.deep.equal([
			{
				command: commands.undoInView,
				key: 'ctrl+z',
				mac: 'cmd+z',
				when: `focusedView == ${views.competencies} && !inputFocus`,
			},
		]);
	});

	it('points at files that exist', () => {
		const icons = Object.values(contributes.views)
			.flat()
			.map(({ icon }) => icon);
		const files = [
			manifest.icon,
			...icons,
			...contributes.snippets.map(({ path }) => path),
			...contributes.grammars.map(({ path }) => path),
		];
		for (const file of files) expect(existsSync(join(root, file)), file).to.equal(true);
	});
});

/** @param name of a file or folder in the root */
function filesIn(name: string): readonly string[] {
	if (statSync(join(root, name)).isFile()) return [name];
	const below = readdirSync(join(root, name), { recursive: true, encoding: 'utf8' });
	return below
		.map((file) => posix.join(name, file.replaceAll('\\', '/')))
		.filter((file) => statSync(join(root, file)).isFile());
}
