import type { Frame, FrameLocator } from 'playwright-core';
import { eventually } from '../host/eventually.ts';
import { violationsIn } from './violations.ts';
import type { WorkbenchPage } from './workbenchPage.ts';

/** A page of this extension in its panel. */
export class WebviewPage {
	readonly workbench: WorkbenchPage;
	readonly page: FrameLocator;

	constructor(workbench: WorkbenchPage) {
		this.workbench = workbench;
		// Only one webview shows at a time.
		this.page = workbench.page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
	}

	/** The document of the page, for what no person does. */
	async frame(): Promise<Frame> {
		const frame = await (await this.page.locator('#page').elementHandle())?.ownerFrame();
		if (!frame) throw new Error('The page is gone');
		return frame;
	}

	/** What axe finds wrong with the page as it is, in a line each. */
	async violations(): Promise<readonly string[]> {
		const frame = await this.frame();
		// Between two colours there is less contrast.
		await frame.waitForFunction(() => document.getAnimations().every(({ playState }) => playState !== 'running'));
		return violationsIn(frame);
	}

	/** Waits until nothing of the page is cut off to the right, as it may be while its window gets another width. */
	async fitsItsWidth(): Promise<void> {
		await eventually(
			() => this.page.locator('html').evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth),
			(pixels) => pixels === 0,
		);
	}

	/** How many elements of the page change their looks little by little. */
	async moving(): Promise<number> {
		return this.page.locator('#page *').evaluateAll(
			(elements) =>
				elements.filter((element) => {
					const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(element);
					return (
						!/^(?:0s(?:, )?)+$/u.test(transitionDuration) ||
						animationName !== 'none' ||
						scrollBehavior === 'smooth'
					);
				}).length,
		);
	}

	/** The accessible name of what has the focus in the page. */
	async focused(): Promise<string> {
		return this.page.locator('body').evaluate(() => {
			const focused = document.activeElement;
			const spoken = [...(focused?.childNodes ?? [])].filter(
				(node) => !(node instanceof Element && node.getAttribute('aria-hidden') === 'true'),
			);
			return focused?.getAttribute('aria-label') ?? spoken.map((node) => node.textContent).join('');
		});
	}

	/** Looks at the page in each kind of theme. @param look is told the theme's name, in small letters and hyphens */
	async inEveryTheme(look: (theme: string) => Promise<void>): Promise<void> {
		for (const [theme, kind] of Object.entries(themes)) {
			await this.workbench.chooseTheme(theme);
			await this.frame().then((frame) =>
				frame.waitForFunction((name) => document.body.className.includes(name), kind),
			);
			await look(theme.toLowerCase().replaceAll(' ', '-'));
		}
	}
}

/** A theme of each kind, and how a webview's body is classed in it. */
const themes = {
	'Light Modern': 'vscode-light',
	'Dark Modern': 'vscode-dark',
	'Light High Contrast': 'vscode-high-contrast-light',
	'Dark High Contrast': 'vscode-high-contrast',
} as const;
