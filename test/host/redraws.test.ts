import { expect } from 'chai';
import type { ViewNode } from '../../src/vscode/features/tree/opportunityRows.ts';
import { Redraws } from '../../src/vscode/features/tree/redraws.ts';
import { inCurrentNode } from './hosts.ts';

inCurrentNode('the rows that are to be drawn anew', () => {
	let redraws: Redraws;
	const [row, other] = [{}, {}] as [ViewNode, ViewNode];

	beforeEach(() => {
		redraws = new Redraws();
	});

	afterEach(() => redraws.dispose());

	/** Whether all that was fired is drawn by now. */
	async function isDrawn(): Promise<boolean> {
		return Promise.race([
			redraws.drawn().then(() => true),
			Promise.resolve()
				.then(() => Promise.resolve())
				.then(() => false),
		]);
	}

	it('are drawn where there are none', async () => {
		expect(await isDrawn()).to.equal(true);
	});

	it('are told to VS Code, and drawn once it asks for one of them', async () => {
		const told: unknown[] = [];
		redraws.event((nodes) => told.push(nodes));
		redraws.fire([row]);
		const drawn = redraws.drawn();
		expect(told).to.deep.equal([[row]]);
		redraws.asked(other);
		redraws.asked(undefined);
		expect(await isDrawn()).to.equal(false);
		redraws.asked(row);
		await drawn;
		expect(await isDrawn()).to.equal(true);
	});

	it('are drawn, where they are all, once it asks for the top level', async () => {
		redraws.fire(undefined);
		redraws.asked(row);
		expect(await isDrawn()).to.equal(false);
		redraws.asked(undefined);
		expect(await isDrawn()).to.equal(true);
	});

	it('wait again where more of them change', async () => {
		redraws.fire([row]);
		redraws.asked(row);
		redraws.fire([other]);
		redraws.asked(row);
		expect(await isDrawn()).to.equal(false);
		redraws.asked(other);
		expect(await isDrawn()).to.equal(true);
	});

	it('hold nobody up that are out of sight, for which it never asks', async () => {
		redraws.fire([row]);
		await redraws.drawn();
	});
});
