import { expect } from 'chai';
import { Emitter } from '../../src/core/library/event.ts';

describe('an event', () => {
	it('is heard by all listeners, also where one of them throws', () => {
		const reported: unknown[] = [];
		const heard: string[] = [];
		const emitter = new Emitter<string>((error) => reported.push(error));
		const broken = new Error('broken');
		emitter.event(() => {
			throw broken;
		});
		const second = emitter.event((event) => heard.push(event));
		emitter.fire('one');
		second.dispose();
		emitter.fire('two');
		expect(heard).to.deep.equal(['one']);
		expect(reported).to.deep.equal([broken, broken]);
	});
});
