import { expect } from 'chai';
import { analyse } from '../../src/core/rules/analyse.ts';
import { OpenDocuments } from '../../src/worker/workerService.ts';
import { defaultContext } from './context.ts';
import { sampleFiles } from './generated.ts';

describe('documents that are being written', () => {
	it('are each analysed as if they were alone, however many take turns', () => {
		const documents = new OpenDocuments();
		for (let round = 0; round < 3; round++) {
			for (const { file, text } of sampleFiles.slice(0, 7)) {
				const now = text.replace('\n## ', `\n## ${'x'.repeat(round)}`);
				expect(documents.analyse(file, now, defaultContext), file).to.deep.equal(analyse(now, defaultContext));
			}
		}
	});
});
