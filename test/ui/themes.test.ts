import { expect } from 'chai';
import { eventually } from '../host/eventually.ts';
import { competencies, showSampleCompetencies, tree, unfold } from './competencies.ts';
import { workbenchForFile } from './workbenchForFile.ts';
import type { WorkbenchPage } from './workbenchPage.ts';

const themes = ['Light Modern', 'Dark Modern', 'Light High Contrast', 'Dark High Contrast'];

/** What a graphic that carries meaning needs (WCAG 2.2, 1.4.11). */
const minContrast = 3;

describe('the themes', () => {
	const shared = workbenchForFile();

	it('tell the states apart by more than their colours', async () => {
		const workbench = await shared.open();
		await showSampleCompetencies(workbench);
		await unfold(workbench, /^Mentorship/);
		await unfold(workbench, /^Cross-Team/);
		await workbench.treeRow(tree, /^Sunsetting/).waitFor();
		await workbench.treeRow(tree, /^The Kotlin house rules/).click();
		await workbench.editor.squiggles('warning').first().waitFor();
		for (const theme of themes) {
			await workbench.chooseTheme(theme);
			const states = (await competencies(workbench)).filter(({ level }) => level === 1);
			expect(new Set(states.map(({ icon }) => icon)).size, `different icons in ${theme}`).to.equal(states.length);
			// Icons are drawn anew a little after the ground behind them.
			await eventually(
				async () => Math.min(...(await iconContrasts(workbench))),
				(contrast) => contrast > minContrast,
			);
			await workbench.screenshot(`theme-${theme.toLowerCase().replaceAll(' ', '-')}`);
		}
	});
});

/** The contrast of each state's icon with the side bar behind it, as WCAG 2.2 defines it. */
async function iconContrasts(workbench: WorkbenchPage): Promise<number[]> {
	const icons = workbench.treeRows(tree).locator('.custom-view-tree-node-item-icon');
	return icons.evaluateAll((elements) => {
		const luminance = (colour: string) => {
			const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/g) ?? []).slice(0, 3).map((part) => {
				const value = Number(part) / 255;
				return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
			});
			return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
		};
		const sideBar = document.querySelector('.part.sidebar');
		const ground = sideBar ? luminance(getComputedStyle(sideBar).backgroundColor) : 0;
		return elements.map((icon) => {
			const colour = luminance(getComputedStyle(icon).color);
			return (Math.max(colour, ground) + 0.05) / (Math.min(colour, ground) + 0.05);
		});
	});
}
