import { expect } from 'chai';
import { ShownAnswers } from '../../src/core/report/shownAnswers.ts';

describe('answers that wait for consent', () => {
	it('are shared as they were shown, once for each time', () => {
		const shown = new ShownAnswers();
		shown.show('a', 'one');
		shown.show('b', 'two');
		shown.show('a', 'one');
		expect(shown.take('a')).to.equal('one');
		expect(shown.take('b')).to.equal('two');
		expect(shown.take('a')).to.equal('one');
		for (const input of ['a', 'b', 'c']) expect(() => shown.take(input)).to.throw('Nobody was asked');
	});

	it('are not shared where equal calls were shown different ones, until one is asked about again', () => {
		const shown = new ShownAnswers();
		shown.show('a', 'one');
		shown.show('a', 'two');
		expect(() => shown.take('a')).to.throw('call the tool again');
		expect(() => shown.take('a')).to.throw('Nobody was asked');
		shown.show('a', 'three');
		expect(shown.take('a')).to.equal('three');
	});
});
